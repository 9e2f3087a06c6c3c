/// Where terms stand in the pages of a segment, as they are met.
struct Occurrences: TokenSink {
  enum Field: UInt32 { case title, path, heading, body }

  var table = TermTable()
  /// The number of the term, then its `Place`.
  private var all: [UInt64] = []
  /// What the places of the tokens to come have in common.
  private var place: UInt32 = 0
  /// Words and parts since `begin`.
  private(set) var length = 0

  /// Says where the tokens that follow stand. Pages count from 0 to 4095, sections to 65,534.
  mutating func begin(_ field: Field, page: Int, section: Int? = nil) {
    let section = section.map { min($0, 65_534) + 1 } ?? 0
    place = UInt32(page) << 20 | UInt32(section) << 4 | field.rawValue << 1
    length = 0
  }

  @inline(__always)
  mutating func take(_ token: UnsafeBufferPointer<UInt8>, _ kind: TokenKind) {
    let own = place | (kind == .part ? 1 : 0)
    all.append(UInt64(table.number(of: token)) << 32 | UInt64(own))
    if kind != .whole { length += 1 }
  }

  /// All places, grouped by term in the order of `table`'s numbers and otherwise as they were met; and where each
  /// group begins.
  func grouped() -> (places: [Place], starts: [Int]) {
    var starts = [Int](repeating: 0, count: table.count + 1)
    for one in all { starts[Int(one >> 32) + 1] += 1 }
    for term in 0..<table.count { starts[term + 1] += starts[term] }
    var next = starts
    let places = [Place](unsafeUninitializedCapacity: all.count) { places, count in
      for one in all {
        let term = Int(one >> 32)
        places.initializeElement(at: next[term], to: Place(packed: UInt32(truncatingIfNeeded: one)))
        next[term] += 1
      }
      count = all.count
    }
    return (places, starts)
  }
}

/// Page, section + 1 (0 for the page itself), field and whether it is a part, packed so that places sort by page, then
/// section.
struct Place {
  let packed: UInt32

  var page: Int { Int(packed >> 20) }
  /// The section's ordinal + 1; 0 for the page itself.
  var section: Int { Int(packed >> 4 & 0xffff) }
  var field: Occurrences.Field { Occurrences.Field(rawValue: packed >> 1 & 3) ?? .body }
  /// In halves: 1 for a part, 2 for a word.
  var halves: Int { 2 - Int(packed & 1) }
  /// Equal for the same section of the same page.
  var sectionKey: UInt32 { packed >> 4 }
}
