import CCMarkGFM

/// How blocks between `///` lines go on and end.
///
/// What is known about an open one stands in its `internal_offset`. Source: `pymdownx.blocks`.
enum FencedBlock {
  /// What `as.html_block_type` of an end line says; it is kept as a block that nobody sees.
  static let endMark: CInt = 1_002
  /// Options may follow; the body has begun; the end line was met.
  private static let (options, body, closed) = (CInt(0), CInt(1), CInt(2))
  private static let optionsLimit: CInt = 4_096

  static func isEnd(_ node: CNode) -> Bool {
    UInt32(node.pointee.type) == CMarkLibrary.shared.kinds.container && node.pointee.as.html_block_type == endMark
  }

  /// Whether a container of ours is written between slashes.
  static func isFenced(_ node: CNode) -> Bool {
    UInt32(node.pointee.type) == CMarkLibrary.shared.kinds.container
      && node.pointee.content.bytes.first == UInt8(ascii: "/") && node.pointee.as.html_block_type != endMark
  }

  static func isClosed(_ node: CNode) -> Bool { node.pointee.internal_offset == closed }

  /// How many slashes begin a line.
  static func slashes(_ line: UnsafeBufferPointer<UInt8>) -> Int { line.prefix { $0 == UInt8(ascii: "/") }.count }

  /// Whether a line still belongs to an open block; lines of options are taken in at once.
  static func match(
    _ parser: UnsafeMutablePointer<cmark_parser>, _ node: CNode, _ input: UnsafeMutablePointer<UInt8>, _ length: CInt
  ) -> CInt {
    if isClosed(node) { return 0 }
    guard node.pointee.internal_offset == options else { return 1 }
    guard !parser.pointee.blank, parser.pointee.indent >= 4, node.pointee.content.size < optionsLimit else {
      node.pointee.internal_offset = body
      return 1
    }
    let first = parser.pointee.first_nonspace
    cmark_strbuf_put(&node.pointee.content, input + Int(first), length - first)
    takeLine(parser, input, length)
    return 1
  }

  /// Ends the block that a line of slashes belongs to; nil when there is none.
  static func close(
    _ line: UnsafeBufferPointer<UInt8>, _ parser: UnsafeMutablePointer<cmark_parser>, _ parent: CNode,
    _ extension: UnsafeMutablePointer<cmark_syntax_extension>?, _ input: UnsafeMutablePointer<UInt8>, _ length: CInt
  ) -> CNode? {
    let count = slashes(line)
    guard count >= 3, line[count...].allSatisfy({ $0 <= 0x20 }) else { return nil }
    var node: CNode? = parent
    while let step = node, !isFenced(step) || isClosed(step) || slashes(step.pointee.content.bytes) != count {
      node = step.pointee.parent
    }
    guard let block = node else { return nil }
    block.pointee.internal_offset = closed
    let type = cmark_node_type(rawValue: CMarkLibrary.shared.kinds.container)
    guard let end = cmark_parser_add_child(parser, parent, type, parser.pointee.first_nonspace + 1) else { return nil }
    cmark_node_set_syntax_extension(end, `extension`)
    end.pointee.as.html_block_type = endMark
    takeLine(parser, input, length)
    return end
  }

  private static func takeLine(
    _ parser: UnsafeMutablePointer<cmark_parser>, _ input: UnsafeMutablePointer<UInt8>, _ length: CInt
  ) {
    cmark_parser_advance_offset(
      parser, UnsafePointer<CChar>(OpaquePointer(input)), length - 1 - parser.pointee.offset, 0)
  }
}
