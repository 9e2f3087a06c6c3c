/// What `root.bin` says: the sources and their pages, and where each shard begins.
struct IndexRoot {
  /// A source as a client needs it.
  struct Source {
    var facets: SearchSource
    /// The number of its first page in the site.
    var base = 0
    var pages = 0
    var folder = ContentName([])
    var blocks: [IndexSegment.BlockStart] = []
    /// By page of the source: what its scores are multiplied by.
    var boosts: [Int: Double] = [:]
  }

  /// One family of shards, by place.
  struct Family {
    var separators: [[UInt8]] = []
    var names: [ContentName] = []
  }

  var sections = 0
  var sources: [Source] = []
  var terms = Family()
  var words = Family()
  var reversed = Family()
  var synonyms: [[String]] = []
  var tags: ContentName?

  init(_ bytes: [UInt8]) throws {
    var reader = ByteReader(bytes)
    guard try reader.take(3).elementsEqual("TDS".utf8) else { throw IndexFault() }
    guard try reader.byte() == IndexAssembly.version else { throw SearchFault.otherVersion }
    sections = try reader.varint()
    for _ in 0..<(try reader.count()) { sources.append(try Self.source(&reader)) }
    terms = try Self.family(&reader)
    words = try Self.family(&reader)
    reversed = try Self.family(&reader)
    for _ in 0..<(try reader.count()) {
      var group: [String] = []
      for _ in 0..<(try reader.count()) { group.append(try reader.string()) }
      synonyms.append(group)
    }
    if try reader.byte() == 1 { tags = ContentName(try reader.take(ContentName.length)) }
  }

  private static func source(_ reader: inout ByteReader) throws(IndexFault) -> Source {
    var texts: [String] = []
    for _ in 0..<6 { texts.append(try reader.string()) }
    func facet(_ index: Int) -> String? { texts[index].isEmpty ? nil : texts[index] }
    var source = Source(
      facets: SearchSource(
        name: texts[0], title: texts[1], type: texts[2], owner: facet(3), kind: facet(4), lifecycle: facet(5)))
    source.base = try reader.varint()
    source.pages = try reader.varint()
    source.folder = ContentName(try reader.take(ContentName.length))
    let cards = (source.pages + SegmentBuilder.pagesPerSegment - 1) / SegmentBuilder.pagesPerSegment
    _ = try reader.take(cards * ContentName.length)
    var page = 0
    for _ in 0..<(try reader.count()) {
      let head = try reader.varint()
      page += head >> 1
      source.blocks.append(.init(page: page, section: head & 1 == 1 ? try reader.varint() : 0))
    }
    for _ in 0..<(try reader.count()) { source.boosts[try reader.varint()] = Double(try reader.byte()) / 16 }
    return source
  }

  private static func family(_ reader: inout ByteReader) throws(IndexFault) -> Family {
    var family = Family(), coding = FrontDecoding()
    let count = try reader.count()
    for _ in 0..<count { family.separators.append(try coding.next(&reader)) }
    for _ in 0..<count { family.names.append(ContentName(try reader.take(ContentName.length))) }
    return family
  }

  /// The source that a page belongs to.
  func source(of page: Int) -> Source? { sources.last { $0.base <= page } }
}

/// Reads what `FrontCoding` writes.
struct FrontDecoding {
  private var last: [UInt8] = []

  mutating func next(_ reader: inout ByteReader) throws(IndexFault) -> [UInt8] {
    let shared = try reader.varint(), rest = try reader.take(try reader.varint())
    guard shared <= last.count else { throw IndexFault() }
    last.removeSubrange(shared...)
    last += rest
    return last
  }
}
