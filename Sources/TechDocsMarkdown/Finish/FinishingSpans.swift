import TechDocsModel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The tags of which code has more than all else together: `<span class="nt">` and its end. What they do is what
/// `startTag` and `endTag` would do, without reading them as anything else could be written.
extension FinishingPass {
  /// Writes a span whose class is a few small letters and digits; the offset after it, nil for any other tag.
  mutating func plainSpan(at start: Int) -> Int? {
    let head = 13, longest = 4
    guard hidden == 0, open.count < Self.depthLimit, stands("<span class=\"", at: start) else { return nil }
    var end = start + head
    while end < text.count, end < start + head + longest, Self.isPlain(text[end]) { end += 1 }
    guard end > start + head, end + 1 < text.count, text[end] == UInt8(ascii: "\""), text[end + 1] == UInt8(ascii: ">")
    else { return nil }
    end += 2
    out.put(UnsafeBufferPointer(rebasing: text[start..<end]))
    open.append(OpenElement(name: start + 1..<start + 5, element: policy.span))
    return end
  }

  /// Ends the span that is open; the offset after the tag, nil for any other.
  mutating func plainSpanEnd(at start: Int) -> Int? {
    guard hidden == 0, let last = open.last, let span = policy.span, last.element == span, stands("</span>", at: start)
    else { return nil }
    open.removeLast()
    words.endInline(depth: open.count)
    out.put("</span>")
    return start + 7
  }

  @inline(__always)
  private func stands(_ word: StaticString, at start: Int) -> Bool {
    guard let base = text.baseAddress, text.count - start >= word.utf8CodeUnitCount else { return false }
    return memcmp(base + start, word.utf8Start, word.utf8CodeUnitCount) == 0
  }

  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool { 0x61...0x7a ~= byte || 0x30...0x39 ~= byte }
}
