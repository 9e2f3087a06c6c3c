import CCMarkGFM

/// Looks from an inline node back into the source of the block around it.
enum InlineSource {
  /// The bytes right before a text, `count` at most; nil where the text is no part of its block's source.
  static func bytes(_ count: Int, before text: CNode) -> UnsafeBufferPointer<UInt8>? {
    guard UInt32(text.pointee.type) == CMARK_NODE_TEXT.rawValue, let start = text.pointee.as.literal.data else {
      return nil
    }
    var block = text
    while UInt32(block.pointee.type) & UInt32(CMARK_NODE_TYPE_MASK) == UInt32(CMARK_NODE_TYPE_INLINE),
      let parent = block.pointee.parent
    {
      block = parent
    }
    guard let source = block.pointee.content.ptr, start >= source, start < source + Int(block.pointee.content.size)
    else { return nil }
    let found = min(count, start - source)
    return UnsafeBufferPointer(start: start - found, count: found)
  }
}
