import CCMarkGFM
import TechDocsHighlight
import TechDocsModel

extension HTMLRenderer {
  /// `<div class="language-x highlight"><pre><code>`, as Material lays code out.
  func codeBlock(_ node: CNode, into html: inout HTMLBuffer) {
    newLine(&html)
    let language = Self.language(node.pointee.as.code.info.bytes)
    html.put("<div class=\"")
    html.put("language-")
    if language.isEmpty { html.put("text") } else { html.putEscaped(language) }
    html.put(" highlight\"><pre><code>")
    let code = node.pointee.as.code.literal.bytes
    highlighter.highlight(code, as: String(decoding: language, as: UTF8.self), into: &html)
    html.put("</code></pre></div>\n")
  }

  /// The first word of an info string.
  static func language(_ info: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let end = info.firstIndex { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") } ?? info.count
    return UnsafeBufferPointer(rebasing: info[0..<end])
  }
}
