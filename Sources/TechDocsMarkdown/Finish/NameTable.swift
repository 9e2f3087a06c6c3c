/// A short name as two machine words, in lower case; made without memory of its own.
struct ShortName: Hashable, Sendable {
  private var head: UInt64 = 0
  private var tail: UInt64 = 0
  private(set) var count = 0

  /// No table here has a longer one.
  static let limit = 16

  init() {}

  /// nil for names of no or of too many bytes.
  @inline(__always)
  init?(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    guard (1...Self.limit).contains(bytes.count) else { return nil }
    for byte in bytes { append(byte) }
  }

  init(_ word: Substring) {
    for byte in word.utf8.prefix(Self.limit) { append(byte) }
  }

  /// Adds a byte; one that is too many makes a name that no table has.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    let lower = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    if count < 8 { head = head << 8 | UInt64(lower) } else { tail = tail << 8 | UInt64(lower) }
    count += 1
  }

  /// A place in a table of a power of two, of good spread for names of HTML.
  @inline(__always)
  func place(in size: Int) -> Int {
    Int(truncatingIfNeeded: ((head &* 0x9e37_79b9_7f4a_7c15) ^ (tail &* 0xc2b2_ae3d_27d4_eb4f)) >> 40) & (size - 1)
  }
}

/// A fixed set of names, each with its index. Looking one up costs a multiplication and about one comparison.
struct NameTable: Sendable {
  private let slots: [(name: ShortName, index: UInt8)?]
  let names: [String]

  /// `words` are separated by spaces; at most 255.
  init(_ words: String) {
    names = words.split(separator: " ").map(String.init)
    var slots: [(name: ShortName, index: UInt8)?] = Array(repeating: nil, count: 512)
    for (index, word) in names.enumerated() {
      let name = ShortName(word[...])
      var place = name.place(in: slots.count)
      while slots[place] != nil { place = (place + 1) & (slots.count - 1) }
      slots[place] = (name, UInt8(index))
    }
    self.slots = slots
  }

  subscript(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    ShortName(bytes).flatMap { self[$0] }
  }

  subscript(_ name: ShortName) -> Int? {
    var place = name.place(in: slots.count)
    while let slot = slots[place] {
      if slot.name == name { return Int(slot.index) }
      place = (place + 1) & (slots.count - 1)
    }
    return nil
  }
}
