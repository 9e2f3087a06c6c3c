import CCMarkGFM
import TechDocsHighlight
import TechDocsModel

extension HTMLRenderer {
  /// Inline code, highlighted where it names a language: `#!py x` and `:::py x`.
  ///
  /// Source: `pymdownx.inlinehilite`.
  mutating func inlineCode(_ node: CNode, into html: inout HTMLBuffer) {
    let code = Self.withoutSpaces(node.pointee.as.literal.bytes)
    let named = Self.namedLanguage(code)
    guard let (language, rest) = named, !language.isEmpty else {
      openTag("<code", node, into: &html)
      html.putEscaped(named?.rest ?? code)
      html.put("</code>")
      return
    }
    let known = self.language(named: String(decoding: language, as: UTF8.self), at: range(of: node))
    html.put("<code class=\"language-")
    if known == nil { html.put("text") } else { html.putEscaped(language) }
    html.put(" highlight\">")
    tokens(rest, known, into: &html)
    html.put("</code>")
  }

  /// Spaces at the ends are between the marks and the code. Source: Python-Markdown; CommonMark takes one off.
  private static func withoutSpaces(_ code: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard let first = code.firstIndex(where: { $0 != 0x20 }), let last = code.lastIndex(where: { $0 != 0x20 }) else {
      return code
    }
    return UnsafeBufferPointer(rebasing: code[first...last])
  }

  /// The language may be empty, as in `#! x`: a way to write that code has none.
  private static func namedLanguage(
    _ code: UnsafeBufferPointer<UInt8>
  ) -> (language: UnsafeBufferPointer<UInt8>, rest: UnsafeBufferPointer<UInt8>)? {
    let mark =
      code.starts(with: "#!".utf8)
      ? 2 : code.starts(with: ":::".utf8) ? code.prefix { $0 == UInt8(ascii: ":") }.count : 0
    guard mark > 0, let space = code[mark...].firstIndex(of: 0x20), space + 1 < code.count else {
      return nil
    }
    let language = code[mark..<space]
    guard language.allSatisfy({ SmartSymbols.isWord($0) || "+-#.".utf8.contains($0) }) else { return nil }
    let rest = code[space...].drop { $0 == 0x20 }
    return (UnsafeBufferPointer(rebasing: language), UnsafeBufferPointer(rebasing: rest))
  }
}
