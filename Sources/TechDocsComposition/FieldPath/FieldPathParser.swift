/// Cuts the text of a field path into segments. O(bytes).
enum FieldPathParser {
  private static let dot = UInt8(ascii: "."), open = UInt8(ascii: "["), close = UInt8(ascii: "]")

  static func segments(of text: String) throws(CompositionError) -> [FieldPath.Segment] {
    let bytes = Array(text.utf8)
    var segments: [FieldPath.Segment] = [], position = 0
    while true {
      let end = bytes[position...].firstIndex { $0 == dot || $0 == open || $0 == close } ?? bytes.count
      if end < bytes.count, bytes[end] == close { throw unexpected("]", end) }
      if end > position { segments.append(.field(field(bytes[position..<end]))) }
      guard segments.count <= FieldPath.segmentLimit else {
        throw CompositionError("more than \(FieldPath.segmentLimit) segments")
      }
      guard end < bytes.count else { return segments }
      position = bytes[end] == dot ? try afterDot(bytes, end) : try bracket(bytes, end, &segments)
    }
  }

  private static func afterDot(_ bytes: [UInt8], _ dotPlace: Int) throws(CompositionError) -> Int {
    guard dotPlace > 0, dotPlace < bytes.count - 1 else { throw unexpected(".", dotPlace) }
    let next = bytes[dotPlace + 1]
    if next == dot || next == open { throw unexpected(next == dot ? "." : "[", dotPlace + 1) }
    return dotPlace + 1
  }

  private static func bracket(
    _ bytes: [UInt8], _ start: Int, _ segments: inout [FieldPath.Segment]
  ) throws(CompositionError) -> Int {
    guard let end = bytes[start...].firstIndex(of: close) else {
      throw CompositionError("unterminated '[' at position \(start)")
    }
    guard end > start + 1 else { throw unexpected("]", end) }
    let inner = bytes[start + 1..<end]
    if let second = inner.firstIndex(of: open) { throw unexpected("[", second) }
    let isNumber = inner.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    if isNumber, let index = UInt32(String(decoding: inner, as: UTF8.self)) {
      segments.append(.index(Int(index)))
    } else {
      segments.append(.field(field(inner)))
    }
    return end + 1
  }

  /// A name without the quotes around it.
  private static func field(_ bytes: ArraySlice<UInt8>) -> String {
    let isQuote = { (byte: UInt8) in byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") }
    let start = bytes.firstIndex { !isQuote($0) } ?? bytes.endIndex
    let end = bytes.lastIndex { !isQuote($0) }.map { $0 + 1 } ?? start
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private static func unexpected(_ character: String, _ position: Int) -> CompositionError {
    CompositionError("unexpected '\(character)' at position \(position)")
  }
}
