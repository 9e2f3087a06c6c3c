import CCMarkGFM

/// Called for each line that might open a block; see `cmark_open_block_func`.
func openBlock(
  _ extension: UnsafeMutablePointer<cmark_syntax_extension>?, _ indented: CInt,
  _ parser: UnsafeMutablePointer<cmark_parser>?, _ parent: CNode?, _ input: UnsafeMutablePointer<UInt8>?, _ length: CInt
) -> CNode? {
  openBlock(`extension`, indented, parser, parent, input, length, usesSlashes: false)
}

/// The same where call-outs, details and tabs are written between slashes only.
func openBlockBetweenSlashes(
  _ extension: UnsafeMutablePointer<cmark_syntax_extension>?, _ indented: CInt,
  _ parser: UnsafeMutablePointer<cmark_parser>?, _ parent: CNode?, _ input: UnsafeMutablePointer<UInt8>?, _ length: CInt
) -> CNode? {
  openBlock(`extension`, indented, parser, parent, input, length, usesSlashes: true)
}

private func openBlock(
  _ extension: UnsafeMutablePointer<cmark_syntax_extension>?, _ indented: CInt,
  _ parser: UnsafeMutablePointer<cmark_parser>?, _ parent: CNode?, _ input: UnsafeMutablePointer<UInt8>?,
  _ length: CInt, usesSlashes: Bool
) -> CNode? {
  guard indented == 0, let parser, let parent, let input else { return nil }
  let first = Int(parser.pointee.first_nonspace)
  guard first < Int(length) else { return nil }
  let line = UnsafeBufferPointer(start: UnsafePointer(input + first), count: Int(length) - first)
  if line[0] == UInt8(ascii: "*"), let abbreviation = Abbreviation(line) {
    return abbreviation.open(parser, parent, `extension`, input, length)
  }
  if line[0] == UInt8(ascii: ":") {
    let builder = DefinitionBuilder(parser: parser, parent: parent, extension: `extension`)
    if let definition = builder.open(line, input) { return definition }
  }
  if line[0] == UInt8(ascii: "/"), let end = FencedBlock.close(line, parser, parent, `extension`, input, length) {
    return end
  }
  guard !usesSlashes || line[0] == UInt8(ascii: "/"), let opening = BlockOpenings.opening(of: line) else {
    return paragraphAfterContainer(parser, parent)
  }
  return ContainerBuilder(parser: parser, parent: parent, extension: `extension`).open(opening, length: length, input)
}

/// Ends lazy continuation for our containers: a line that is not indented does not belong to their last paragraph.
///
/// The library would take it in, Python-Markdown does not.
private func paragraphAfterContainer(_ parser: UnsafeMutablePointer<cmark_parser>, _ parent: CNode) -> CNode? {
  // Where this line opened the parent, no text can go on, and the library may have freed the paragraph before it: one of nothing but link
  // definitions ends in no block.
  guard parent.pointee.start_line != parser.pointee.line_number, let current = parser.pointee.current,
    current != parent, UInt32(current.pointee.type) == CMARK_NODE_PARAGRAPH.rawValue, !parser.pointee.blank
  else { return nil }
  let container = CMarkLibrary.shared.kinds.container
  var node: CNode? = current
  while let step = node, step != parent {
    if UInt32(step.pointee.type) == container {
      return cmark_parser_add_child(parser, parent, CMARK_NODE_PARAGRAPH, parser.pointee.first_nonspace + 1)
    }
    node = step.pointee.parent
  }
  return nil
}

/// Called for each open container of ours and each line: whether the line still belongs to it.
func matchBlock(
  _ extension: UnsafeMutablePointer<cmark_syntax_extension>?, _ parser: UnsafeMutablePointer<cmark_parser>?,
  _ input: UnsafeMutablePointer<UInt8>?, _ length: CInt, _ container: CNode?
) -> CInt {
  guard let parser, let container, let input else { return 0 }
  if Abbreviation.isAbbreviation(container) { return 0 }
  if FencedBlock.isEnd(container) { return 0 }
  if FencedBlock.isFenced(container) { return FencedBlock.match(parser, container, input, length) }
  if parser.pointee.blank { return 1 }
  let indent = parser.pointee.indent
  guard indent >= (DefinitionBuilder.isDefinition(container) ? 2 : 4) else { return 0 }
  let body = min(indent, container.pointee.internal_offset + 4)
  cmark_parser_advance_offset(parser, UnsafePointer<CChar>(OpaquePointer(input)), body, 1)
  return 1
}

func canContain(_ extension: UnsafeMutablePointer<cmark_syntax_extension>?, _ node: CNode?, _ child: cmark_node_type)
  -> CInt
{
  guard let node else { return 0 }
  let isBlock = child.rawValue & UInt32(CMARK_NODE_TYPE_MASK) == UInt32(CMARK_NODE_TYPE_BLOCK)
  if node.pointee.as.html_block_type < 0 { return isBlock ? 0 : 1 }
  return isBlock && child != CMARK_NODE_ITEM ? 1 : 0
}

/// Titles hold inlines. The sentinel at the end of a document is asked too: see `CMarkParse.finish`.
func containsInlines(_ extension: UnsafeMutablePointer<cmark_syntax_extension>?, _ node: CNode?) -> CInt {
  guard let node else { return 0 }
  if let parser = node.pointee.user_data {
    parser.assumingMemoryBound(to: cmark_parser.self).pointee.inline_syntax_extensions = nil
    return 0
  }
  // During start-up the library is not there yet, and neither are titles.
  return node.pointee.as.html_block_type < 0 ? 1 : 0
}
