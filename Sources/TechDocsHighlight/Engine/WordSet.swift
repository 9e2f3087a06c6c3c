/// What a grammar knows about some words: their kind, and the kind of the name that follows each.
struct Words: Sendable {
  let kind: TokenKind
  let text: String
  /// `.nf` after `func`, `.nc` after `class`; plain when any name may follow.
  let next: TokenKind

  /// `text` holds words with spaces between them.
  init(_ kind: TokenKind, _ text: String, next: TokenKind = .plain) {
    self.kind = kind
    self.text = text
    self.next = next
  }
}

/// A hash table of words as bytes.
///
/// The hash reads a word's first and last eight bytes and its length, so its cost does not depend on the word's length.
struct WordSet: Sendable {
  /// An entry; `length` 0 is an empty slot.
  struct Slot: Sendable {
    var head: UInt64 = 0, tail: UInt64 = 0
    var offset: UInt32 = 0
    var length: UInt16 = 0
    var kind: TokenKind = .plain, next: TokenKind = .plain
  }

  private var slots: [Slot]
  private var pool: [UInt8] = []
  let isCaseless: Bool

  /// The first entry of a word counts. Words of a caseless set must be given in small letters.
  init(_ groups: [Words], isCaseless: Bool = false) {
    let words = groups.flatMap { group in group.text.split(separator: " ").map { (Array($0.utf8), group) } }
    var size = 16
    while size < words.count * 3 { size *= 2 }
    self.isCaseless = isCaseless
    slots = Array(repeating: Slot(), count: size)
    for (word, group) in words { insert(word, group) }
  }

  private mutating func insert(_ word: [UInt8], _ group: Words) {
    var slot = Slot()
    slot.kind = group.kind
    slot.next = group.next
    slot.length = UInt16(word.count)
    slot.offset = UInt32(pool.count)
    (slot.head, slot.tail) = word.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { Self.ends($0, word.count, isCaseless: isCaseless) } ?? (0, 0)
    }
    var index = Self.hash(slot.head, slot.tail, word.count) & (slots.count - 1)
    while slots[index].length != 0 {
      if slots[index].head == slot.head, slots[index].tail == slot.tail, slots[index].length == slot.length { return }
      index = (index + 1) & (slots.count - 1)
    }
    slots[index] = slot
    pool += word
  }

  /// Reads the tables in place.
  func withTable<Result>(_ body: (Table) -> Result) -> Result {
    slots.withUnsafeBufferPointer { slots in
      pool.withUnsafeBufferPointer { body(Table(slots: slots, pool: $0, isCaseless: isCaseless)) }
    }
  }

  /// The set while its memory stays in place.
  struct Table {
    fileprivate let slots: UnsafeBufferPointer<Slot>
    fileprivate let pool: UnsafeBufferPointer<UInt8>
    fileprivate let isCaseless: Bool

    /// What is known about a word; nil when nothing is.
    @inline(__always)
    func find(_ word: UnsafePointer<UInt8>, _ length: Int) -> (kind: TokenKind, next: TokenKind)? {
      guard length > 0, length <= WordSet.longest else { return nil }
      let (head, tail) = WordSet.ends(word, length, isCaseless: isCaseless)
      var index = WordSet.hash(head, tail, length) & (slots.count - 1)
      while true {
        let slot = slots[index]
        if slot.length == 0 { return nil }
        if slot.head == head, slot.tail == tail, Int(slot.length) == length, length <= 16 || isSame(slot, word) {
          return (slot.kind, slot.next)
        }
        index = (index + 1) & (slots.count - 1)
      }
    }

    /// Compares what the two ends of a long word do not cover.
    private func isSame(_ slot: Slot, _ word: UnsafePointer<UInt8>) -> Bool {
      for index in 8..<Int(slot.length) - 8 {
        let byte = isCaseless ? word[index] | 0x20 : word[index]
        let other = pool[Int(slot.offset) + index]
        if byte != (isCaseless ? other | 0x20 : other) { return false }
      }
      return true
    }
  }

  private static let longest = 64

  @inline(__always)
  private static func hash(_ head: UInt64, _ tail: UInt64, _ length: Int) -> Int {
    let mixed = (head ^ (tail &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(length)) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: mixed >> 40)
  }

  /// The first and the last eight bytes; of a shorter word all bytes and zeros, and 0.
  @inline(__always)
  private static func ends(_ word: UnsafePointer<UInt8>, _ length: Int, isCaseless: Bool) -> (UInt64, UInt64) {
    let small: UInt64 = isCaseless ? 0x2020_2020_2020_2020 : 0
    if length >= 8 {
      let raw = UnsafeRawPointer(word)
      let tail = length > 8 ? raw.loadUnaligned(fromByteOffset: length - 8, as: UInt64.self) | small : 0
      return (UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self)) | small, UInt64(littleEndian: tail))
    }
    var head: UInt64 = 0
    for index in 0..<length { head |= UInt64(word[index]) << UInt64(8 * index) }
    return (head | (small & ((1 << UInt64(8 * length)) - 1)), 0)
  }
}
