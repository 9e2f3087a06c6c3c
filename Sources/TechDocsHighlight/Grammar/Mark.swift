/// A few bytes, at most eight, that begin or end something: compared with the code in one step.
struct Mark: Sendable {
  let count: Int
  private let bits: UInt64
  private let mask: UInt64

  init(_ text: StaticString) {
    count = min(text.utf8CodeUnitCount, 8)
    var bits: UInt64 = 0
    for index in 0..<count { bits |= UInt64(text.utf8Start[index]) << UInt64(8 * index) }
    self.bits = bits
    mask = count == 8 ? .max : (1 << UInt64(8 * count)) - 1
  }

  func isSame(as other: Mark) -> Bool { bits == other.bits && count == other.count }

  var first: UInt8 { UInt8(truncatingIfNeeded: bits) }

  @inline(__always)
  func isAt(_ offset: Int, of scanner: borrowing CodeScanner) -> Bool {
    guard offset + count <= scanner.end else { return false }
    if offset + 8 <= scanner.end {
      let raw = UnsafeRawPointer(scanner.code + offset).loadUnaligned(as: UInt64.self)
      return UInt64(littleEndian: raw) & mask == bits
    }
    for index in 0..<count where scanner.code[offset + index] != UInt8(truncatingIfNeeded: bits >> UInt64(8 * index)) {
      return false
    }
    return true
  }
}
