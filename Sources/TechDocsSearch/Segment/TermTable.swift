/// Terms as they are met: each distinct run of bytes gets a number, in the order in which they are met.
///
/// Total for hostile terms: a term whose way from its slot is longer than `longestWay` lies in a dictionary with a
/// random seed. Numbers do not depend on where a term lies.
struct TermTable {
  private var bytes: [UInt8] = []
  /// Where each term begins in `bytes`, and one end more.
  private var starts: [UInt32] = [0]
  /// Open addressing: the upper half of the hash, then number + 1; 0 for a free slot. The length is a power of two.
  private var slots = [UInt64](repeating: 0, count: 1 << 13)
  private var crowded: [ArraySlice<UInt8>: UInt32] = [:]

  private static let upper: UInt64 = 0xffff_ffff_0000_0000
  /// How many slots are looked at for a term. A table is at most half full, so few terms need half as many.
  private static let longestWay = 48

  var count: Int { starts.count - 1 }

  /// How many terms found no slot.
  var crowdedCount: Int { crowded.count }

  func term(_ number: Int) -> ArraySlice<UInt8> { bytes[Int(starts[number])..<Int(starts[number + 1])] }

  mutating func number(of term: UnsafeBufferPointer<UInt8>) -> UInt32 {
    if count * 2 > slots.count { grow() }
    let hash = TermHash.quick(term), tag = hash & Self.upper
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1), way = 0
    while slots[slot] != 0 {
      let number = UInt32(truncatingIfNeeded: slots[slot]) - 1
      // What differs in the hash need not be compared.
      if slots[slot] & Self.upper == tag, isTerm(Int(number), term) { return number }
      (slot, way) = ((slot + 1) & (slots.count - 1), way + 1)
      if way == Self.longestWay { return crowdedNumber(of: term) }
    }
    slots[slot] = tag | UInt64(append(term) + 1)
    return UInt32(count - 1)
  }

  private mutating func append(_ term: UnsafeBufferPointer<UInt8>) -> UInt32 {
    bytes.append(contentsOf: term)
    starts.append(UInt32(bytes.count))
    return UInt32(count - 1)
  }

  private mutating func crowdedNumber(of term: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let key = ArraySlice(term)
    if let known = crowded[key] { return known }
    let number = append(term)
    crowded[key] = number
    return number
  }

  /// All numbers in the order of their terms' bytes.
  func sorted() -> [UInt32] {
    bytes.withUnsafeBufferPointer { bytes in
      TermOrder.sorted(count) { UnsafeBufferPointer(rebasing: bytes[Int(starts[$0])..<Int(starts[$0 + 1])]) }
    }
  }

  private func isTerm(_ number: Int, _ term: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(starts[number]), length = Int(starts[number + 1]) - start
    guard length == term.count else { return false }
    for offset in 0..<length where bytes[start + offset] != term[offset] { return false }
    return true
  }

  private mutating func grow() {
    var slots = [UInt64](repeating: 0, count: slots.count * 2)
    crowded = [:]
    bytes.withUnsafeBufferPointer { bytes in
      for number in 0..<count {
        let term = UnsafeBufferPointer(rebasing: bytes[Int(starts[number])..<Int(starts[number + 1])])
        let hash = TermHash.quick(term)
        if let slot = Self.freeSlot(hash, slots) {
          slots[slot] = hash & Self.upper | UInt64(number + 1)
        } else {
          crowded[ArraySlice(term)] = UInt32(number)
        }
      }
    }
    self.slots = slots
  }

  /// nil when there is none near enough.
  private static func freeSlot(_ hash: UInt64, _ slots: [UInt64]) -> Int? {
    let home = Int(truncatingIfNeeded: hash)
    return (0..<longestWay).lazy.map { (home &+ $0) & (slots.count - 1) }.first { slots[$0] == 0 }
  }
}

/// Hashes without a seed, so the same in every process.
enum TermHash {
  /// For tables in memory: eight bytes at a time. Nothing that is written depends on it.
  @inline(__always)
  static func quick(_ term: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(term)
    var hash = mixed(UInt64(raw.count)), index = 0
    while index + 8 <= raw.count {
      hash = mixed(hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    var rest: UInt64 = 0
    while index < raw.count {
      rest = rest << 8 | UInt64(raw[index])
      index += 1
    }
    return mixed(hash ^ rest)
  }

  @inline(__always)
  private static func mixed(_ number: UInt64) -> UInt64 {
    let product = (number ^ 0x9e37_79b9_7f4a_7c15).multipliedFullWidth(by: 0xd6e8_feb8_6659_fd93)
    return product.high ^ product.low
  }

  /// FNV-1a, 64 bits, folded: decides where files of the index end, so it may never change.
  static func lasting(_ term: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in term { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash ^ hash >> 32
  }
}

/// Terms are ordered by their bytes.
enum TermOrder {
  /// The numbers of so many terms, in the order of the terms.
  @inline(__always)
  static func sorted(_ count: Int, _ term: (Int) -> UnsafeBufferPointer<UInt8>) -> [UInt32] {
    var keys = (0..<count).map { (first: first(of: term($0)), number: UInt32($0)) }
    keys.sort { one, other in
      one.first == other.first
        ? isBefore(term(Int(one.number)), term(Int(other.number))) : one.first < other.first
    }
    return keys.map(\.number)
  }

  /// The first eight bytes as a number that is ordered as they are.
  @inline(__always)
  private static func first(of term: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var number: UInt64 = 0
    for index in 0..<min(8, term.count) { number |= UInt64(term[index]) << UInt64(56 - 8 * index) }
    return number
  }

  @inline(__always)
  private static func isBefore(_ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>) -> Bool {
    let length = min(one.count, other.count)
    for offset in 0..<length where one[offset] != other[offset] { return one[offset] < other[offset] }
    return one.count < other.count
  }
}
