/// The terms of a segment while it is made: each distinct run of bytes gets a number.
struct TermTable {
  private var bytes: [UInt8] = []
  /// Where each term begins in `bytes`, and one end more.
  private var starts: [UInt32] = [0]
  /// Open addressing: number + 1, or 0 for a free slot. The length is a power of two.
  private var slots = [UInt32](repeating: 0, count: 1 << 13)

  var count: Int { starts.count - 1 }

  func term(_ number: Int) -> ArraySlice<UInt8> { bytes[Int(starts[number])..<Int(starts[number + 1])] }

  mutating func number(of term: UnsafeBufferPointer<UInt8>) -> UInt32 {
    if count * 2 > slots.count { grow() }
    var slot = Int(truncatingIfNeeded: Self.hash(term)) & (slots.count - 1)
    while slots[slot] != 0 {
      if isTerm(Int(slots[slot]) - 1, term) { return slots[slot] - 1 }
      slot = (slot + 1) & (slots.count - 1)
    }
    bytes.append(contentsOf: term)
    starts.append(UInt32(bytes.count))
    slots[slot] = UInt32(count)
    return UInt32(count - 1)
  }

  /// All numbers in the order of their terms' bytes.
  func sorted() -> [UInt32] {
    bytes.withUnsafeBufferPointer { bytes in
      func term(_ number: UInt32) -> Slice<UnsafeBufferPointer<UInt8>> {
        bytes[Int(starts[Int(number)])..<Int(starts[Int(number) + 1])]
      }
      return (0..<UInt32(count)).sorted { TermOrder.isBefore(term($0), term($1)) }
    }
  }

  private func isTerm(_ number: Int, _ term: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(starts[number]), length = Int(starts[number + 1]) - start
    guard length == term.count else { return false }
    for offset in 0..<length where bytes[start + offset] != term[offset] { return false }
    return true
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    bytes.withUnsafeBufferPointer { bytes in
      for number in 0..<count {
        let term = UnsafeBufferPointer(rebasing: bytes[Int(starts[number])..<Int(starts[number + 1])])
        var slot = Int(truncatingIfNeeded: Self.hash(term)) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = UInt32(number + 1)
      }
    }
  }

  /// FNV-1a, 64 bits, folded: no seed, so the same in every process.
  static func hash(_ term: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in term { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash ^ hash >> 32
  }
}

/// Terms are ordered by their bytes.
enum TermOrder {
  @inline(__always)
  static func isBefore(_ one: Slice<UnsafeBufferPointer<UInt8>>, _ other: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let length = min(one.count, other.count)
    for offset in 0..<length {
      let (left, right) = (one[one.startIndex + offset], other[other.startIndex + offset])
      if left != right { return left < right }
    }
    return one.count < other.count
  }
}
