import CCMarkGFM

/// `*[HTML]: Hyper Text Markup Language`: a line that is not shown and gives an abbreviation its meaning.
///
/// Source: Python-Markdown `abbr`.
struct Abbreviation {
  let word: Range<Int>
  let title: Range<Int>

  /// What `as.html_block_type` of such a line says.
  static let mark: CInt = 1_001

  init?(_ line: UnsafeBufferPointer<UInt8>) {
    guard line.count > 5, line[1] == UInt8(ascii: "["), let close = line[2...].firstIndex(of: UInt8(ascii: "]")),
      close > 2, close + 1 < line.count, line[close + 1] == UInt8(ascii: ":")
    else { return nil }
    var start = close + 2, end = line.count
    while start < end, line[start] <= 0x20 { start += 1 }
    while end > start, line[end - 1] <= 0x20 { end -= 1 }
    (word, title) = (2..<close, start..<end)
  }

  static func isAbbreviation(_ node: CNode) -> Bool {
    UInt32(node.pointee.type) == CMarkLibrary.shared.kinds.container && node.pointee.as.html_block_type == mark
  }

  /// Puts the line into the tree as a block of its own.
  func open(
    _ parser: UnsafeMutablePointer<cmark_parser>, _ parent: CNode,
    _ extension: UnsafeMutablePointer<cmark_syntax_extension>?, _ input: UnsafeMutablePointer<UInt8>, _ length: CInt
  ) -> CNode? {
    let first = parser.pointee.first_nonspace
    let type = cmark_node_type(rawValue: CMarkLibrary.shared.kinds.container)
    guard let node = cmark_parser_add_child(parser, parent, type, first + 1) else { return nil }
    cmark_node_set_syntax_extension(node, `extension`)
    node.pointee.as.html_block_type = Self.mark
    cmark_strbuf_put(&node.pointee.content, input + Int(first), length - first)
    cmark_parser_advance_offset(
      parser, UnsafePointer<CChar>(OpaquePointer(input)), length - 1 - parser.pointee.offset, 0)
    return node
  }
}
