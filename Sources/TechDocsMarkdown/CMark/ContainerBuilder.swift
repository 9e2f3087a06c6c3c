import CCMarkGFM

/// Puts an opened container into the tree.
struct ContainerBuilder {
  let parser: UnsafeMutablePointer<cmark_parser>
  let parent: CNode
  let `extension`: UnsafeMutablePointer<cmark_syntax_extension>?

  /// What `as.html_block_type` of a title says; no container has it.
  static let titleMark: CInt = -1
  /// What `as.html_block_type` of a definition list's term says: a title too.
  static let termMark: CInt = -2
  /// What `as.html_block_type` of the inlines of an HTML element says.
  static let inlinesMark: CInt = -3
  /// What `as.html_block_type` of a formula says: its text is in `content`, and no inlines are looked for.
  static let mathMark: CInt = 2_000

  /// Adds the container with its header line kept as text, and its title as a child that holds inlines.
  func open(_ opening: BlockOpening, length: CInt, _ input: UnsafeMutablePointer<UInt8>) -> CNode? {
    let kinds = CMarkLibrary.shared.kinds
    let column = parser.pointee.first_nonspace + 1
    let indent = parser.pointee.indent
    guard let node = cmark_parser_add_child(parser, parent, cmark_node_type(rawValue: kinds.container), column) else {
      return nil
    }
    cmark_node_set_syntax_extension(node, `extension`)
    node.pointee.as.html_block_type = CInt(opening.extension)
    let isFenced = input[Int(parser.pointee.first_nonspace)] == UInt8(ascii: "/")
    node.pointee.internal_offset = isFenced ? 0 : indent
    cmark_strbuf_put(
      &node.pointee.content, input + Int(parser.pointee.first_nonspace), length - parser.pointee.first_nonspace)
    if let title = opening.title { addTitle(title, to: node, kinds: kinds) }
    cmark_parser_advance_offset(
      parser, UnsafePointer<CChar>(OpaquePointer(input)), length - 1 - parser.pointee.offset, 0)
    return node
  }

  private func addTitle(_ title: Range<Int>, to node: CNode, kinds: NodeKinds) {
    let column = parser.pointee.first_nonspace + 1 + CInt(title.lowerBound)
    guard let child = cmark_node_new_with_mem(cmark_node_type(rawValue: kinds.title), parser.pointee.mem) else {
      return
    }
    child.pointee.extension = `extension`
    child.pointee.as.html_block_type = Self.titleMark
    child.pointee.start_line = parser.pointee.line_number
    child.pointee.start_column = column
    if let text = node.pointee.content.ptr {
      cmark_strbuf_put(&child.pointee.content, text + title.lowerBound, CInt(title.count))
    }
    // Linked in closed: an open child would take the next line.
    child.pointee.parent = node
    node.pointee.first_child = child
    node.pointee.last_child = child
  }
}
