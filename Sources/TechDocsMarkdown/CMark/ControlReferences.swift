import CCMarkGFM

/// Takes out of a tree the control characters that the library made of numeric references such as `&#26;`.
///
/// They would be invalid in a page, and could be taken for the marks of the renderer. Only what the library decodes is looked
/// at: text, addresses, titles, and the words behind a fence.
enum ControlReferences {
  static func clean(_ root: CNode) { TreeWalk.visit(root, clean(only:)) }

  private static func clean(only node: CNode) {
    switch UInt32(node.pointee.type) {
    case CMARK_NODE_TEXT.rawValue:
      // Backslashes have a stand-in in running text.
      replace(node.pointee.as.literal, keeping: MathMark.backslash) { cmark_node_set_literal(node, $0) }
    case CMARK_NODE_LINK.rawValue, CMARK_NODE_IMAGE.rawValue:
      replace(node.pointee.as.link.url) { cmark_node_set_url(node, $0) }
      replace(node.pointee.as.link.title) { cmark_node_set_title(node, $0) }
    case CMARK_NODE_CODE_BLOCK.rawValue:
      replace(node.pointee.as.code.info) { cmark_node_set_fence_info(node, $0) }
    default: break
    }
  }

  private static func replace(_ chunk: cmark_chunk, keeping kept: UInt8? = nil, set: (String) -> CInt) {
    let text = String(decoding: chunk.bytes, as: UTF8.self)
    if let clean = ControlCharacters.cleaned(text, keeping: kept) { _ = set(clean) }
  }
}
