/// Upper and lower case, accents and full-width forms made one, the same way as `search-text.js` does it.
///
/// A table of its own instead of the platform's, so that an index and every browser agree for ever.
struct Folding: Sendable {
  /// By scalar below U+2000: the scalar it folds to; 0 for itself; `spelt` and above for two letters.
  private let table: [UInt16]
  private static let end = 0x2000
  private static let spelt: UInt16 = 0xe000

  static let shared = Folding()

  private init() {
    var table = [UInt16](repeating: 0, count: Self.end)
    for pair in FoldingTable.pairs.split(separator: " ") {
      let scalars = pair.unicodeScalars.map { UInt16(truncatingIfNeeded: $0.value) }
      let folded = scalars.count == 2 ? scalars[1] : Self.spelt | scalars[1] << 5 & 0xfe0 | scalars[2] & 0x1f
      table[Int(scalars[0])] = folded
    }
    self.table = table
  }

  /// Appends what a scalar above ASCII folds to, as UTF-8; nothing for a combining mark. The count of scalars appended.
  func append(_ scalar: UInt32, to bytes: inout [UInt8]) -> Int {
    if (0x300..<0x370).contains(scalar) { return 0 }
    if scalar < Self.end {
      let folded = table[Int(scalar)]
      if folded & 0xf000 == Self.spelt {
        // Letters are stored by their place in the alphabet, the first with a bit more.
        bytes.append(UInt8(truncatingIfNeeded: folded >> 5 & 0x7f))
        bytes.append(UInt8(truncatingIfNeeded: folded & 0x1f) | 0x60)
        return 2
      }
      UTF8Scalar.append(folded == 0 ? scalar : UInt32(folded), to: &bytes)
      return 1
    }
    UTF8Scalar.append(Self.narrow(scalar), to: &bytes)
    return 1
  }

  /// Full-width digits and letters as ASCII in lower case.
  private static func narrow(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xff10...0xff19, 0xff41...0xff5a: scalar - 0xfee0
    case 0xff21...0xff3a: scalar - 0xfee0 + 0x20
    default: scalar
    }
  }
}

/// UTF-8, one scalar at a time.
enum UTF8Scalar {
  /// The scalar at an offset and the offset after it; nil for bytes that are no UTF-8.
  static func decode(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (scalar: UInt32, end: Int)? {
    let lead = UInt32(text[index])
    let length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0
    guard length > 0, index + length <= text.count else { return nil }
    if length == 1 { return (lead, index + 1) }
    var scalar = lead & (0x7f >> UInt32(length))
    for offset in 1..<length {
      let byte = UInt32(text[index + offset])
      guard byte & 0xc0 == 0x80 else { return nil }
      scalar = scalar << 6 | byte & 0x3f
    }
    return (scalar, index + length)
  }

  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    switch scalar {
    case ..<0x80: bytes.append(UInt8(scalar))
    case ..<0x800:
      bytes.append(UInt8(0xc0 | scalar >> 6))
      bytes.append(UInt8(0x80 | scalar & 0x3f))
    case ..<0x1_0000:
      bytes.append(UInt8(0xe0 | scalar >> 12))
      bytes.append(UInt8(0x80 | scalar >> 6 & 0x3f))
      bytes.append(UInt8(0x80 | scalar & 0x3f))
    default:
      bytes.append(UInt8(0xf0 | scalar >> 18 & 7))
      bytes.append(UInt8(0x80 | scalar >> 12 & 0x3f))
      bytes.append(UInt8(0x80 | scalar >> 6 & 0x3f))
      bytes.append(UInt8(0x80 | scalar & 0x3f))
    }
  }
}
