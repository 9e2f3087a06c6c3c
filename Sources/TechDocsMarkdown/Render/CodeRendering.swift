import CCMarkGFM
import TechDocsHighlight
import TechDocsModel

extension HTMLRenderer {
  /// `<div class="language-x highlight"><pre><code>`, as Material lays code out; a table with line numbers where a
  /// fence asks for them.
  mutating func codeBlock(_ node: CNode, into html: inout HTMLBuffer) {
    newLine(&html)
    let options = FenceOptions(node.pointee.as.code.info.bytes)
    CodeText(node.pointee.as.code.literal.bytes, keepsBlankEnds: fences.keepsBlankEnds).withBytes { code in
      codeBlock(code, options, into: &html)
    }
  }

  private func codeBlock(
    _ code: UnsafeBufferPointer<UInt8>, _ options: FenceOptions, into html: inout HTMLBuffer
  ) {
    if let fence = fences[options.language] { return customFence(fence, options, code, into: &html) }
    beginCode(options, into: &html)
    if let first = options.firstLine {
      numberedCode(code, first, options, into: &html)
    } else {
      if let title = options.title { fileName(title, into: &html) }
      html.put("<pre><code>")
      highlighted(code, options, into: &html)
      html.put("</code></pre>")
    }
    html.put("</div>\n")
  }

  private func beginCode(_ options: FenceOptions, into html: inout HTMLBuffer) {
    html.put("<div ")
    if let id = options.id {
      html.put("id=\"")
      html.putEscaped(id)
      html.put("\" ")
    }
    html.put("class=\"language-")
    if options.language.isEmpty { html.put("text") } else { html.putEscaped(options.language) }
    for name in options.classes {
      html.put(" ")
      html.putEscaped(name)
    }
    html.put(" highlight\">")
  }

  private func fileName(_ title: String, into html: inout HTMLBuffer) {
    html.put("<span class=\"filename\">")
    html.putEscaped(title)
    html.put("</span>")
  }

  private func numberedCode(
    _ code: UnsafeBufferPointer<UInt8>, _ first: Int, _ options: FenceOptions, into html: inout HTMLBuffer
  ) {
    html.put("<table class=\"highlighttable\">")
    if let title = options.title {
      html.put("<tr><th colspan=\"2\" class=\"filename\">")
      fileName(title, into: &html)
      html.put("</th></tr>")
    }
    html.put("<tr><td class=\"linenos\"><div class=\"linenodiv\"><pre>")
    let lines = code.count { $0 == UInt8(ascii: "\n") }
    for number in 0..<max(lines, 1) {
      html.put("<span class=\"normal\">")
      html.put(first + number)
      html.put("</span>\n")
    }
    html.put("</pre></div></td><td class=\"code\"><div><pre><code>")
    highlighted(code, options, into: &html)
    html.put("</code></pre></div></td></tr></table>")
  }

  /// Code with spans, and the lines of `hl_lines` wrapped one by one.
  private func highlighted(_ code: UnsafeBufferPointer<UInt8>, _ options: FenceOptions, into html: inout HTMLBuffer) {
    let language = String(decoding: options.language, as: UTF8.self)
    guard !options.highlighted.isEmpty else {
      highlighter.highlight(code, as: language, into: &html)
      return
    }
    var spans = HTMLBuffer(capacity: code.count * 2)
    highlighter.highlight(code, as: language, into: &spans)
    spans.withBytes { bytes in
      var start = 0, line = 1
      while start < bytes.count {
        let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
        let isMarked = options.highlighted.contains(line)
        if isMarked { html.put("<span class=\"hll\">") }
        html.put(UnsafeBufferPointer(rebasing: bytes[start..<end]))
        if isMarked { html.put("</span>") }
        (start, line) = (end, line + 1)
      }
    }
  }
}
