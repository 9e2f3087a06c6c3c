/// The one range of bytes that a request may ask for.
///
/// Source: RFC 9110, section 14; several ranges are answered with the whole file, as it allows.
package enum ByteRange: Sendable, Hashable {
  case whole
  case part(Range<Int>)
  /// Past the end of the file.
  case unsatisfiable

  /// Reads a `Range` header for a file of `size` bytes.
  package init(_ header: String?, size: Int) {
    self = .whole
    guard let header, header.hasPrefix("bytes="), !header.contains(",") else { return }
    let ends = header.dropFirst("bytes=".count).split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2 else { return }
    switch (Self.number(ends[0]), Self.number(ends[1])) {
    case (let first?, let last?) where first <= last: self = Self.from(first, to: last, size: size)
    case (let first?, nil) where ends[1].isEmpty: self = Self.from(first, to: Int.max - 1, size: size)
    case (nil, let suffix?) where ends[0].isEmpty:
      self = suffix == 0 || size == 0 ? .unsatisfiable : .part(max(0, size - suffix)..<size)
    default: return
    }
  }

  private static func from(_ first: Int, to last: Int, size: Int) -> ByteRange {
    first < size ? .part(first..<min(last + 1, size)) : .unsatisfiable
  }

  private static func number(_ text: Substring) -> Int? {
    text.allSatisfy { ("0"..."9").contains($0) } ? Int(text) : nil
  }
}
