import CCMarkGFM
import TechDocsHighlight
import TechDocsModel

extension HTMLRenderer {
  /// `<div class="language-x highlight"><pre><code>`, as Material lays code out; a table with line numbers where a
  /// fence asks for them.
  mutating func codeBlock(_ node: CNode, into html: inout HTMLBuffer) {
    newLine(&html)
    let info = node.pointee.as.code.info.bytes, text = node.pointee.as.code.literal.bytes
    var options = FenceOptions(info)
    if let list = AttributeList.takeLine(below: node) { options.add(list) }
    if isCode(info, options) {
      (Array(info) + [UInt8(ascii: "\n")] + text).withUnsafeBufferPointer {
        code($0, FenceOptions(), node, into: &html)
      }
    } else {
      code(text, options, node, into: &html)
    }
  }

  private mutating func code(
    _ text: UnsafeBufferPointer<UInt8>, _ options: FenceOptions, _ node: CNode, into html: inout HTMLBuffer
  ) {
    CodeText(text, keepsBlankEnds: dialect.fences.keepsBlankEnds).withBytes { code in
      if let fence = dialect.fences[options.language] { return customFence(fence, options, code, node, into: &html) }
      if let subject = DrawingHelpers.Subject(fence: options.language), diagram(subject, code, node, into: &html) {
        return
      }
      codeBlock(code, options, language(of: options, node), into: &html)
    }
  }

  /// Whether code begins right behind a fence's marks: several words that name no language and no option.
  ///
  /// The library would take the line for a name, and the reader would never see it.
  private func isCode(_ info: UnsafeBufferPointer<UInt8>, _ options: FenceOptions) -> Bool {
    guard info.count(where: { $0 == 0x20 }) > 1, !info.contains(where: { "={}\"".utf8.contains($0) }) else {
      return false
    }
    let name = String(decoding: options.language, as: UTF8.self)
    if DrawingHelpers.Subject(fence: options.language) != nil { return false }
    return dialect.fences[options.language] == nil && highlighter.language(named: name) == nil
  }

  private mutating func codeBlock(
    _ code: UnsafeBufferPointer<UInt8>, _ options: FenceOptions, _ language: Language?, into html: inout HTMLBuffer
  ) {
    codeBlocks += 1
    var title = options.title
    if title == nil, dialect.code.hasAutomaticTitle, let name = language?.title {
      title = dialect.code.titles[name] ?? name
    }
    let count = code.count { $0 == UInt8(ascii: "\n") }
    let lines = CodeLines(options, dialect.code, block: codeBlocks, count: count)
    beginCode(options, language, into: &html)
    if lines.hasColumn {
      table(code, lines, count, language, title, into: &html)
    } else {
      if let title, !title.isEmpty { fileName(title, into: &html) }
      html.put("<pre><code>")
      highlighted(code, language, lines, into: &html)
      html.put("</code></pre>")
    }
    html.put("</div>\n")
  }

  private func beginCode(_ options: FenceOptions, _ language: Language?, into html: inout HTMLBuffer) {
    html.put("<div ")
    if let id = options.id {
      html.put("id=\"")
      html.putEscaped(id)
      html.put("\" ")
    }
    html.put("class=\"language-")
    if language == nil || language?.names.first == "text" {
      html.put("text")
    } else if options.language.isEmpty {
      html.putEscaped(dialect.code.defaultLanguage)
    } else {
      html.putEscaped(options.language)
    }
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

  private mutating func table(
    _ code: UnsafeBufferPointer<UInt8>, _ lines: CodeLines, _ count: Int, _ language: Language?, _ title: String?,
    into html: inout HTMLBuffer
  ) {
    html.put("<table class=\"highlighttable\">")
    if let title, !title.isEmpty {
      html.put("<tr><th colspan=\"2\" class=\"filename\">")
      fileName(title, into: &html)
      html.put("</th></tr>")
    }
    html.put("<tr><td class=\"linenos\"><div class=\"linenodiv\"><pre>")
    lines.putColumn(count, into: &html)
    html.put("</pre></div></td><td class=\"code\"><div><pre><code>")
    highlighted(code, language, lines, into: &html)
    html.put("</code></pre></div></td></tr></table>")
  }

  /// Code with spans, and with what each line has around it.
  private mutating func highlighted(
    _ code: UnsafeBufferPointer<UInt8>, _ language: Language?, _ lines: CodeLines, into html: inout HTMLBuffer
  ) {
    let start = ThreadClock.now
    defer { highlightTime += ThreadClock.now - start }
    if lines.arePlain { return tokens(code, language, into: &html) }
    var spans = HTMLBuffer(capacity: code.count * 2)
    spans.keepsMarks = true
    tokens(code, language, into: &spans)
    spans.withBytes { lines.put($0, into: &html) }
  }

  /// Escaped code, with spans where its language is known.
  func tokens(_ code: UnsafeBufferPointer<UInt8>, _ language: Language?, into html: inout HTMLBuffer) {
    guard let language, dialect.code.isHighlighting else { return html.putEscaped(code) }
    highlighter.highlight(code, as: language, into: &html)
  }
}
