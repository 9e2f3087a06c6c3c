extension HTMLBuffer {
  /// Appends text with `&`, `<`, `>` and `"` as character references, and without control characters other than tab and line
  /// ends; right in content and in quoted attributes.
  ///
  /// Clean runs are copied whole. Source: HTML, "Preprocessing the input stream".
  package mutating func putEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    var from = 0, index = 0
    while index < bytes.count {
      index = bytes.candidate(from: index) { Self.candidates(ByteWord(bytes, at: $0)) }
      guard index < bytes.count else { break }
      let byte = start[index]
      if let reference = Self.reference(byte) ?? (isDropped(bytes, at: index) ? "" : nil) {
        put(UnsafeBufferPointer(start: start + from, count: index - from))
        put(reference)
        from = index + (byte == 0xc2 ? 2 : 1)
      }
      index += 1
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

  /// Whether a control character stands here, one of 128–159 in its two bytes.
  private func isDropped(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    switch bytes[index] {
    case 0x09, 0x0a, 0x0d: false
    case 0x00...0x1f, 0x7f: !keepsMarks
    case 0xc2: index + 1 < bytes.count && (0x80...0x9f).contains(bytes[index + 1])
    default: false
    }
  }

  /// Bytes that may not stand as they are: what has a reference, controls, and the first byte of those of 128–159.
  @inline(__always)
  private static func candidates(_ word: ByteWord) -> UInt64 {
    // `<` and `>` are one bit apart, `"` and `&` another.
    word.equal(to: UInt8(ascii: ">"), orWithout: 2) | word.equal(to: UInt8(ascii: "&"), orWithout: 4) | word.below(0x20)
      | word.equal(to: 0x7f) | word.equal(to: 0xc2)
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
