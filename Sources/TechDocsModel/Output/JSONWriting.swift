extension HTMLBuffer {
  /// Appends a JSON string with its quotes; clean runs are copied whole.
  ///
  /// `"`, `\`, control characters and the two separators that break scripts (U+2028, U+2029) are escaped, and `<`, so
  /// that the text may stand inside a script element.
  package mutating func putJSON(_ text: String) {
    var text = text
    text.withUTF8 { putJSON($0) }
  }

  private mutating func putJSON(_ bytes: UnsafeBufferPointer<UInt8>) {
    put(UInt8(ascii: "\""))
    var from = 0
    for index in bytes.indices {
      guard let length = Self.escapedLength(bytes, index) else { continue }
      put(UnsafeBufferPointer(rebasing: bytes[from..<index]))
      putEscape(bytes, index, length)
      from = index + length
    }
    put(UnsafeBufferPointer(rebasing: bytes[from...]))
    put(UInt8(ascii: "\""))
  }

  /// How many bytes at a place are to be escaped; nil for none.
  @inline(__always)
  private static func escapedLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
    switch bytes[index] {
    case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"), 0x7f: 1
    case 0xe2 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] & 0xfe == 0xa8: 3
    default: nil
    }
  }

  private mutating func putEscape(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ length: Int) {
    switch bytes[index] {
    case UInt8(ascii: "\""): put("\\\"")
    case UInt8(ascii: "\\"): put("\\\\")
    case UInt8(ascii: "\n"): put("\\n")
    case UInt8(ascii: "\r"): put("\\r")
    case UInt8(ascii: "\t"): put("\\t")
    default:
      let scalar = length == 3 ? 0x2000 | Int(bytes[index + 2] & 0x3f) : Int(bytes[index])
      let digits = String(scalar, radix: 16)
      put("\\u")
      put(String(repeating: "0", count: 4 - digits.count) + digits)
    }
  }
}
