/// A set of bytes: four words of bits, cheap to copy and to ask.
struct ByteSet: Sendable {
  private var bits: SIMD4<UInt64> = .zero

  init(_ text: StaticString = "") {
    for index in 0..<text.utf8CodeUnitCount { insert(text.utf8Start[index]) }
  }

  init(_ range: ClosedRange<UInt8>) {
    for byte in range { insert(byte) }
  }

  private mutating func insert(_ byte: UInt8) { bits[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool { bits[Int(byte >> 6)] >> UInt64(byte & 63) & 1 == 1 }

  func union(_ other: ByteSet) -> ByteSet {
    var result = self
    result.bits |= other.bits
    return result
  }

  static let digits = ByteSet("0123456789")
  static let hexDigits = ByteSet("0123456789abcdefABCDEF")
  static let letters = ByteSet("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
  /// Letters, digits, `_`, and every byte of what is not ASCII.
  static let word = letters.union(digits).union(ByteSet("_")).union(ByteSet(0x80...0xFF))
}
