/// Writes `root.bin`, the only file of an index that is read before a query and the only one whose name never changes.
///
/// docs/reference/search.md describes it for readers in other languages.
struct RootWriter {
  private var sources = ByteWriter()
  private var sourceCount = 0
  private var sections = 0
  private var families = ByteWriter()
  var tags: ContentName?

  mutating func put(_ part: IndexAssembly.Part, base: Int, texts: ContentName, cards: [ContentName]) {
    let source = part.source, pages = part.segments.reduce(0) { $0 + $1.pages }
    sourceCount += 1
    sections += part.segments.reduce(0) { $0 + $1.sections }
    for text in [
      source.name, source.title, source.type, source.owner ?? "", source.kind ?? "", source.lifecycle ?? "",
    ] { sources.putString(text) }
    sources.putVarint(base)
    sources.putVarint(pages)
    sources.put(texts.bytes)
    for card in cards { sources.put(card.bytes) }
    putBlocks(part.segments)
    putBoosts(part.segments)
  }

  /// Where each block of text begins: the distance from the page before, and the section where that is not the first.
  private mutating func putBlocks(_ segments: [IndexSegment]) {
    sources.putVarint(segments.reduce(0) { $0 + $1.blockStarts.count })
    var last = 0
    for (index, segment) in segments.enumerated() {
      for start in segment.blockStarts {
        let page = index * SegmentBuilder.pagesPerSegment + start.page
        sources.putVarint((page - last) << 1 | (start.section > 0 ? 1 : 0))
        if start.section > 0 { sources.putVarint(start.section) }
        last = page
      }
    }
  }

  private mutating func putBoosts(_ segments: [IndexSegment]) {
    sources.putVarint(segments.reduce(0) { $0 + $1.boosts.count })
    for (index, segment) in segments.enumerated() {
      for boost in segment.boosts {
        sources.putVarint(index * SegmentBuilder.pagesPerSegment + boost.page)
        sources.put(UInt8(clamping: boost.sixteenths))
      }
    }
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
    root.putVarint(sourceCount)
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
