/// Writes the merged terms: shards with postings, and the same words without, in both directions, for corrections.
struct ShardWriter: ~Copyable {
  /// A finished family of shards: where each begins, and its file.
  struct Family {
    /// The separators before the second and later shards' first terms; the first is empty.
    var separators: [[UInt8]] = []
    var files: [[UInt8]] = []
  }

  /// Postings longer than this, scaled as shards are, are divided by `PostingRanks`, so that no shard grows with one word.
  static let longPostings = 14_000
  /// How large a file may be; one that packs worse than was thought is divided.
  static let most = 30_000
  /// Postings of which most are mentions pack at least half better than others: such a length needs no trial.
  private static let mostBrief = 45_000
  /// What else a shard with a large term may hold.
  private static let room = 2_000

  /// A term of the shard that is being written, and where the rest of it stands in `table` and `postings`.
  private struct Entry {
    let term: [UInt8]
    let head: Range<Int>
    let postings: Range<Int>
  }

  private var cutter: ShardCutter
  private let deflater = Deflater(level: 6)
  private var family = Family()
  private var table = ByteWriter()
  private var postings = ByteWriter()
  private var coding = FrontCoding()
  private var entries: [Entry] = []
  /// Words that corrections may find, in order.
  private var words = WordList()
  /// The files of long postings, in the order in which they are written.
  private(set) var longFiles: [[UInt8]] = []

  /// For a site of so many pages.
  init(pages: Int) { cutter = ShardCutter.forward.scaled(pages: pages) }

  mutating func add(_ term: borrowing SegmentMerge.Term) {
    let bytes = term.bytes
    if !entries.isEmpty, cutter.cuts(before: bytes, size: table.bytes.count + postings.bytes.count) {
      close(before: bytes)
    }
    coding.put(bytes[...], into: &table)
    let head = table.bytes.count, start = postings.bytes.count
    table.putVarint(term.sections)
    if isLong(term.postings.bytes) {
      putLong(term.postings.bytes)
    } else {
      table.putVarint(term.postings.bytes.count << 1)
      postings.put(term.postings.bytes)
    }
    if Self.isCorrectable(bytes) {
      words.append(bytes, weight: UInt8(min(15, term.sections.bitWidth - term.sections.leadingZeroBitCount)))
    }
    entries.append(Entry(term: bytes, head: head..<table.bytes.count, postings: start..<postings.bytes.count))
  }

  private func isLong(_ postings: [UInt8]) -> Bool {
    postings.count > cutter.scaled(Self.longPostings) || !fits(postings)
  }

  /// Whether a file may hold these bytes, with some room for what stands beside them.
  private func fits(_ bytes: [UInt8]) -> Bool {
    bytes.count <= Self.most || deflater.compressed(bytes).count <= Self.most - Self.room
  }

  /// What is known of all pages, then the files of those that are only mentioned.
  private mutating func putLong(_ bytes: [UInt8]) {
    var ranks = PostingRanks(bytes, withHeadings: true)
    if ranks.brief.bytes.count > Self.mostBrief, !fits(ranks.brief.bytes) {
      ranks = PostingRanks(bytes, withHeadings: false)
    }
    let files = PostingFiles(size: cutter.unpacked(Self.most)).files(of: ranks.others.bytes, deflater)
    var all = ByteWriter()
    all.putVarint(ranks.brief.bytes.count)
    all.put(ranks.brief.bytes)
    all.putVarint(files.count)
    for file in files {
      longFiles.append(file.bytes)
      all.putVarint(file.firstPage)
      all.put(ContentName(of: file.bytes).bytes)
    }
    table.putVarint(all.bytes.count << 1 | 1)
    postings.put(all.bytes)
  }

  /// Letters and digits only, a letter first: what people mistype.
  private static func isCorrectable(_ term: [UInt8]) -> Bool {
    guard (4...24).contains(term.count), let first = term.first, first > 0x39 else { return false }
    return term.allSatisfy { $0 >= 0x80 || Tokenizer.isAlphanumeric($0) }
  }

  private mutating func close(before term: [UInt8]) {
    write(entries[...], before: term)
    table.bytes.removeAll(keepingCapacity: true)
    postings.bytes.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    coding = FrontCoding()
  }

  private mutating func write(_ part: ArraySlice<Entry>, before term: [UInt8]) {
    guard let first = part.first, let last = part.last else { return }
    var shard = ByteWriter(), coding = FrontCoding()
    shard.putVarint(part.count)
    // Only the first term is written otherwise than in the table: it shares nothing with one before.
    coding.put(first.term[...], into: &shard)
    shard.put(table.bytes[first.head.lowerBound..<last.head.upperBound])
    shard.put(postings.bytes[first.postings.lowerBound..<last.postings.upperBound])
    let file = deflater.compressed(shard.bytes), middle = part.startIndex + part.count / 2
    if file.count > Self.most, part.count > 1 {
      write(part[..<middle], before: part[middle].term)
      return write(part[middle...], before: term)
    }
    cutter.learn(size: shard.bytes.count, packed: file.count)
    family.files.append(file)
    if family.separators.isEmpty { family.separators.append([]) }
    if !term.isEmpty { family.separators.append(ShardCutter.separator(after: last.term, before: term)) }
  }

  /// The shards of terms, of words, and of words spelt backwards.
  consuming func finish() -> (terms: Family, words: Family, reversed: Family, long: [[UInt8]]) {
    if !entries.isEmpty { close(before: []) }
    return (family, WordShards().family(of: words), WordShards().family(of: words.reversed()), longFiles)
  }
}
