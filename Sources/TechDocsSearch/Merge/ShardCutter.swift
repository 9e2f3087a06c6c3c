/// Cuts a sorted list of terms into files of much the same size.
///
/// Cuts stand at terms whose hash says so, so that a change in one shard leaves the cuts of the others where they are.
struct ShardCutter {
  private let least: Int
  private let most: Int
  /// One term in this many may end a shard; a power of two.
  private let spread: UInt64
  /// How many quarters of these sizes a shard may have: more in a large site, and where what stands in it packs well.
  private var quarters = 4
  private var step = 1

  /// For terms with postings.
  static let forward = ShardCutter(least: 9_000, most: 20_000, spread: 16)
  /// For words alone.
  static let words = ShardCutter(least: 12_000, most: 24_000, spread: 64)

  /// Whether a shard of `size` bytes ends before a term.
  func cuts(before term: some Sequence<UInt8>, size: Int) -> Bool {
    size >= scaled(most) || size >= scaled(least) && TermHash.lasting(term) & (spread - 1) == 0
  }

  /// A size for a shard that packs as the one before did.
  func scaled(_ size: Int) -> Int { size * quarters / 4 }

  /// How many bytes become `packed` if they pack as the shard before did, at the least.
  func unpacked(_ packed: Int) -> Int { packed * quarters / (2 * step) }

  /// The same for a site of so many pages.
  ///
  /// A query fetches a file for each of its words whatever there is in it, so files are larger where more would be fetched
  /// in a visit; in the largest sites less so, for there a file is often all of one word.
  func scaled(pages: Int) -> ShardCutter {
    var cutter = self
    cutter.step = pages < 1_000 ? 1 : pages < 8_000 ? 3 : 2
    cutter.quarters = 4 * cutter.step
    return cutter
  }

  /// Takes from a finished file how well the next will pack, so that files are much the same size when compressed:
  /// postings of a large site are often alike.
  ///
  /// In steps and from one file to the next alone: an edit hardly ever moves a cut by it.
  mutating func learn(size: Int, packed: Int) {
    quarters = max(4, min(Self.mostQuarters, 2 * size * step / max(1, packed)))
  }

  private static let mostQuarters = 32

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
