/// Cuts a sorted list of terms into files of much the same size.
///
/// Cuts stand at terms whose hash says so, so that a change in one shard leaves the cuts of the others where they are.
struct ShardCutter {
  let least: Int
  let most: Int
  /// One term in this many may end a shard; a power of two.
  let spread: UInt64

  /// For terms with postings.
  static let forward = ShardCutter(least: 9_000, most: 20_000, spread: 16)
  /// For words alone.
  static let words = ShardCutter(least: 12_000, most: 24_000, spread: 64)

  /// Whether a shard of `size` bytes ends before a term.
  func cuts(before term: some Sequence<UInt8>, size: Int) -> Bool {
    size >= most || size >= least && TermHash.lasting(term) & (spread - 1) == 0
  }

  /// The fewest scalars of `term` that are greater than `last`: what a client needs to tell two shards apart.
  static func separator(after last: [UInt8], before term: [UInt8]) -> [UInt8] {
    let shared = zip(last, term).prefix { $0 == $1 }.count
    var end = shared + 1
    while end < term.count, term[end] & 0xc0 == 0x80 { end += 1 }
    return Array(term.prefix(end))
  }
}

/// Terms written with what they share with the one before left out.
struct FrontCoding {
  private var last: [UInt8] = []

  mutating func put(_ term: ArraySlice<UInt8>, into writer: inout ByteWriter) {
    var shared = 0
    while shared < min(last.count, term.count), last[shared] == term[term.startIndex + shared] { shared += 1 }
    writer.putVarint(shared)
    writer.putString(term[(term.startIndex + shared)...])
    last.removeAll(keepingCapacity: true)
    last += term
  }
}
