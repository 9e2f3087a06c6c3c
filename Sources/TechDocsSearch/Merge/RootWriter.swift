/// Writes `root.bin`, the only file of an index that is read before a query and the only one whose name never changes.
///
/// docs/reference/search.md describes it for readers in other languages.
struct RootWriter {
  private let sections: Int
  /// The page numbers that the sources have, up to the last.
  private let pages: Int
  private var sources = ByteWriter()
  private var families = ByteWriter()
  var tags: ContentName?

  /// How large a table of sources may be, compressed, to lie in the root.
  private static let mostSources = 6_000

  /// `put` hands over a file of sources, where they are too many for the root, and gives its name: a client asks for
  /// these files and for its shards at the same time.
  init(_ rows: [SourceTable.Row], _ put: ([UInt8]) throws -> ContentName) rethrows {
    sections = rows.reduce(0) { $0 + $1.part.segments.reduce(0) { $0 + $1.sections } }
    pages = rows.last.map { $0.base + $0.pages } ?? 0
    let deflater = Deflater(level: 9), tables = SourceTable.tables(of: rows)
    let files = tables.map { deflater.compressed($0) }
    let isInRoot = files.count == 1 && files[0].count <= Self.mostSources
    sources.putVarint(isInRoot ? 0 : files.count)
    if isInRoot { sources.put(tables[0]) } else { for file in files { sources.put(try put(file).bytes) } }
  }

  /// Separators and names of one family of shards.
  mutating func put(_ family: ShardWriter.Family, names: [ContentName]) {
    families.putVarint(family.files.count)
    var coding = FrontCoding()
    for separator in family.separators { coding.put(separator[...], into: &families) }
    for name in names { families.put(name.bytes) }
  }

  func finish(synonyms: [[String]]) -> [UInt8] {
    var root = ByteWriter()
    root.put("TDS".utf8)
    root.put(IndexAssembly.version)
    root.putVarint(sections)
    root.putVarint(pages)
    root.put(sources.bytes)
    root.put(families.bytes)
    root.putVarint(synonyms.count)
    for group in synonyms {
      root.putVarint(group.count)
      for word in group { root.putString(word) }
    }
    root.put(UInt8(tags == nil ? 0 : 1))
    if let tags { root.put(tags.bytes) }
    return Deflater(level: 9).compressed(root.bytes)
  }
}

/// The pages of each tag, one file for all.
struct TagWriter {
  private var pages: [String: [Int]] = [:]

  init(_ parts: [IndexAssembly.Part], bases: [Int]) {
    for (part, base) in zip(parts, bases) {
      for (index, segment) in part.segments.enumerated() {
        let first = base + index * SegmentBuilder.pagesPerSegment
        for tag in segment.tags { pages[tag.name, default: []] += tag.pages.map { first + $0 } }
      }
    }
  }

  /// nil when no page has a tag.
  func file() -> [UInt8]? {
    guard !pages.isEmpty else { return nil }
    var writer = ByteWriter()
    writer.putVarint(pages.count)
    for (name, pages) in pages.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      writer.putString(name)
      writer.putVarint(pages.count)
      var last = 0
      for page in pages {
        writer.putVarint(page - last)
        last = page
      }
    }
    return Deflater(level: 9).compressed(writer.bytes)
  }
}
