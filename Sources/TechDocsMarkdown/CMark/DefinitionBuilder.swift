import CCMarkGFM

/// Makes a definition list of a paragraph and the lines `:   definition` below it.
///
/// Source: Python-Markdown `def_list`.
struct DefinitionBuilder {
  let parser: UnsafeMutablePointer<cmark_parser>
  let parent: CNode
  let `extension`: UnsafeMutablePointer<cmark_syntax_extension>?

  /// What `as.html_block_type` of a definition says; no block extension has so high a place in the list.
  static let definitionMark: CInt = 1_000

  static func isDefinition(_ node: CNode) -> Bool {
    UInt32(node.pointee.type) == CMarkLibrary.shared.kinds.container
      && node.pointee.as.html_block_type == definitionMark
  }

  static func isTerm(_ node: CNode) -> Bool {
    UInt32(node.pointee.type) == CMarkLibrary.shared.kinds.title
      && node.pointee.as.html_block_type == ContainerBuilder.termMark
  }

  /// Opens a definition when the line is one and something stands above it that it can define.
  func open(_ line: UnsafeBufferPointer<UInt8>, _ input: UnsafeMutablePointer<UInt8>) -> CNode? {
    var spaces = 0
    while 1 + spaces < line.count, line[1 + spaces] == 0x20 { spaces += 1 }
    guard spaces > 0, 1 + spaces < line.count, line[1 + spaces] != 0x0a, let above = above ?? termOfComment() else {
      return nil
    }
    let kinds = CMarkLibrary.shared.kinds
    let isLoose = parser.pointee.line_number > above.pointee.end_line + 1 && above != parent && loosens(above)
    let column = parser.pointee.first_nonspace + 1
    guard let node = cmark_parser_add_child(parser, parent, cmark_node_type(rawValue: kinds.container), column) else {
      return nil
    }
    cmark_node_set_syntax_extension(node, `extension`)
    node.pointee.as.html_block_type = Self.definitionMark
    node.pointee.internal_offset = parser.pointee.indent
    node.pointee.footnote.def_count = isLoose ? 1 : 0
    if UInt32(above.pointee.type) == CMARK_NODE_PARAGRAPH.rawValue {
      above.pointee.type = UInt16(kinds.title)
      above.pointee.extension = `extension`
      above.pointee.as.html_block_type = ContainerBuilder.termMark
    }
    let count = parser.pointee.first_nonspace - parser.pointee.offset + 1 + CInt(min(spaces, 3))
    cmark_parser_advance_offset(parser, UnsafePointer<CChar>(OpaquePointer(input)), count, 0)
    return node
  }

  /// Whether a blank line below a block sets the definition apart: not below one that is a single paragraph right under its term.
  private func loosens(_ above: CNode) -> Bool {
    guard Self.isDefinition(above), above.pointee.footnote.def_count == 0, let text = above.pointee.first_child,
      text == above.pointee.last_child
    else { return true }
    return UInt32(text.pointee.type) != CMARK_NODE_PARAGRAPH.rawValue
  }

  /// A comment above the line stands for a term that readers do not see: it is dropped from pages in any case.
  private func termOfComment() -> CNode? {
    guard let comment = parent.pointee.last_child, UInt32(comment.pointee.type) == CMARK_NODE_HTML_BLOCK.rawValue,
      comment.pointee.flags & UInt16(CMARK_NODE__OPEN.rawValue) == 0, Self.isComment(comment.pointee.as.literal.bytes)
    else { return nil }
    let type = cmark_node_type(rawValue: CMarkLibrary.shared.kinds.title)
    guard let term = cmark_node_new_with_mem(type, parser.pointee.mem) else { return nil }
    term.pointee.extension = `extension`
    term.pointee.as.html_block_type = ContainerBuilder.termMark
    term.pointee.start_line = comment.pointee.start_line
    term.pointee.end_line = comment.pointee.end_line
    cmark_node_free(comment)
    CMarkParse.append(term, to: parent)
    return term
  }

  private static func isComment(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let end = (text.lastIndex { $0 > 0x20 } ?? -1) + 1
    return text.starts(with: "<!--".utf8) && text[..<end].suffix(3).elementsEqual("-->".utf8)
  }

  /// The paragraph or definition that the line belongs to.
  private var above: CNode? {
    let type = UInt32(parent.pointee.type)
    if type == CMARK_NODE_PARAGRAPH.rawValue { return parent.pointee.parent.map { _ in parent } }
    guard let last = parent.pointee.last_child else { return nil }
    if Self.isDefinition(last) { return last }
    return UInt32(last.pointee.type) == CMARK_NODE_PARAGRAPH.rawValue ? last : nil
  }
}
