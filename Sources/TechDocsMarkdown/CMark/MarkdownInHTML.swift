import CCMarkGFM
import TechDocsModel

/// Lets Markdown begin right below `<div markdown>`, and HTML end right above `</div>`.
///
/// The library reads HTML up to the next blank line. After a tag with the attribute, and after the end tag that
/// belongs to it, it is given one that no line number counts.
///
/// Source: Python-Markdown `md_in_html`.
struct MarkdownInHTML {
  /// The names of the elements with the attribute that are open, outermost first.
  private var open: [[UInt8]] = []

  /// Called after each line.
  mutating func after(_ line: UnsafeBufferPointer<UInt8>, _ parser: UnsafeMutablePointer<cmark_parser>) {
    guard let first = line.firstIndex(where: { !InputGuard.isWhite($0) }), line[first] == UInt8(ascii: "<"),
      let current = parser.pointee.current, UInt32(current.pointee.type) == CMARK_NODE_HTML_BLOCK.rawValue,
      let tag = HTMLTag(line, at: first), isAlone(tag, line)
    else { return }
    let name = line[tag.name].map { $0 | 0x20 }
    if tag.isEnd {
      guard let index = open.lastIndex(of: name) else { return }
      open.removeSubrange(index...)
    } else {
      guard open.count < 100, holdsMarkdown(tag, line) else { return }
      open.append(name)
    }
    cmark_parser_feed(parser, "\n", 1)
    parser.pointee.line_number -= 1
  }

  private func isAlone(_ tag: HTMLTag, _ line: UnsafeBufferPointer<UInt8>) -> Bool {
    line[tag.end...].allSatisfy { InputGuard.isWhite($0) || $0 == UInt8(ascii: "\n") }
  }

  /// Whether the tag says `markdown`, `markdown="1"` or `markdown="block"`.
  private func holdsMarkdown(_ tag: HTMLTag, _ line: UnsafeBufferPointer<UInt8>) -> Bool {
    tag.attributes.contains { attribute in
      guard line[attribute.name].elementsEqual("markdown".utf8) else { return false }
      let value = line[attribute.value]
      return value.isEmpty || value.elementsEqual("1".utf8) || value.elementsEqual("block".utf8)
    }
  }
}
