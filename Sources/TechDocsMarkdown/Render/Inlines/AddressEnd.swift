import CCMarkGFM

/// Where a bare address ends that no space ends: before a quote, a bracket or another sign of typography, as in `»https://example.com«`.
///
/// Source: `pymdownx.magiclink`, whose addresses hold letters and digits of any script and ASCII signs. The library knows ASCII signs only, and
/// the link would lead nowhere.
enum AddressEnd {
  /// Cuts a link that shows its own address; what was cut off is text behind it.
  static func trim(_ link: CNode) {
    guard let child = link.pointee.first_child, let end = end(child.pointee.as.literal.bytes), !isBracketed(child),
      let rest = cmark_node_new_with_mem(CMARK_NODE_TEXT, cmark_node_mem(link))
    else { return }
    let cut = child.pointee.as.literal.len - CInt(end)
    rest.pointee.as.literal = child.pointee.as.literal
    rest.pointee.as.literal.data += end
    rest.pointee.as.literal.len = cut
    rest.pointee.as.literal.alloc = 0
    rest.pointee.start_line = link.pointee.start_line
    rest.pointee.end_line = link.pointee.end_line
    child.pointee.as.literal.len -= cut
    link.pointee.as.link.url.len -= cut
    cmark_node_insert_after(link, rest)
  }

  /// Whether a bracket stands before a text: the author says where the address ends. So it is for a text that is no part of its block's source.
  private static func isBracketed(_ text: CNode) -> Bool {
    guard let before = InlineSource.bytes(1, before: text) else { return true }
    return before.first == UInt8(ascii: "<") || before.first == UInt8(ascii: "[")
  }

  /// The offset of the first sign that is no part of an address; nil on all but few.
  private static func end(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard text.contains(where: { $0 >= 0xc2 }) else { return nil }
    return text.indices.dropFirst().first { isSign(text, $0) }
  }

  /// Whether a sign of typography begins here: `«`, `»`, general punctuation, that of East Asia, and its wide forms.
  private static func isSign(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard index + 1 < text.count else { return false }
    let next = text[index + 1], last = index + 2 < text.count ? text[index + 2] : 0
    switch text[index] {
    case 0xc2: return next == 0xab || next == 0xbb
    case 0xe2: return next == 0x80 && last >= 0x90 || next == 0x81 && last < 0xa0
    case 0xe3: return next == 0x80 && (0x81...0x9f).contains(last)
    case 0xef where next == 0xbc: return last < 0x90 || (0x9a..<0xa1).contains(last)
    case 0xef where next == 0xbd: return (0x9b..<0xa6).contains(last)
    default: return false
    }
  }
}
