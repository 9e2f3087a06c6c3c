/// Where terms stand in the pages of a segment, as they are met.
struct Occurrences: TokenSink {
  enum Field: UInt32 { case title, path, heading, body }

  var table = TermTable()
  private(set) var terms: [UInt32] = []
  /// Page, section + 1 (0 for the page itself), field and whether it is a part, packed so that they sort by page,
  /// then section.
  private(set) var places: [UInt32] = []
  /// What `places` gets for the tokens to come.
  private var place: UInt32 = 0
  /// Words and parts since `begin`.
  private(set) var length = 0

  /// Says where the tokens that follow stand. Pages count from 0 to 4095, sections to 65,534.
  mutating func begin(_ field: Field, page: Int, section: Int? = nil) {
    let section = section.map { min($0, 65_534) + 1 } ?? 0
    place = UInt32(page) << 20 | UInt32(section) << 4 | field.rawValue << 1
    length = 0
  }

  mutating func take(_ token: UnsafeBufferPointer<UInt8>, _ kind: TokenKind) {
    terms.append(table.number(of: token))
    places.append(place | (kind == .part ? 1 : 0))
    if kind != .whole { length += 1 }
  }

  /// The indices of all occurrences, grouped by term in the order of `table`'s numbers; and where each group begins.
  func grouped() -> (order: [UInt32], starts: [Int]) {
    var starts = [Int](repeating: 0, count: table.count + 1)
    for term in terms { starts[Int(term) + 1] += 1 }
    for term in 0..<table.count { starts[term + 1] += starts[term] }
    var next = starts
    var order = [UInt32](repeating: 0, count: terms.count)
    for (index, term) in terms.enumerated() {
      order[next[Int(term)]] = UInt32(index)
      next[Int(term)] += 1
    }
    return (order, starts)
  }
}

/// A place of `Occurrences`, unpacked.
struct Place {
  let page: Int
  /// The section's ordinal + 1; 0 for the page itself.
  let section: Int
  let field: Occurrences.Field
  /// In halves: 1 for a part, 2 for a word.
  let halves: Int

  init(_ packed: UInt32) {
    page = Int(packed >> 20)
    section = Int(packed >> 4 & 0xffff)
    field = Occurrences.Field(rawValue: packed >> 1 & 3) ?? .body
    halves = packed & 1 == 1 ? 1 : 2
  }
}
