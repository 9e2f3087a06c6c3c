extension HTMLBuffer {
  /// Appends text with `&`, `<`, `>` and `"` as character references; right in content and in quoted attributes.
  ///
  /// Clean runs are copied whole.
  package mutating func putEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    var from = 0
    for index in 0..<bytes.count {
      let byte = start[index]
      // All four stand below '?', most letters above: one comparison settles nearly every byte.
      guard byte <= UInt8(ascii: ">"), let reference = Self.reference(byte) else { continue }
      put(UnsafeBufferPointer(start: start + from, count: index - from))
      put(reference)
      from = index + 1
    }
    put(UnsafeBufferPointer(start: start + from, count: bytes.count - from))
  }

  package mutating func putEscaped(_ text: String) {
    var text = text
    text.withUTF8 { putEscaped($0) }
  }

  package mutating func putEscaped(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { putEscaped($0) }
  }

  package mutating func putEscaped(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBufferPointer { putEscaped($0) }
  }

  @inline(__always)
  private static func reference(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    default: nil
    }
  }
}
