extension IndexRoot {
  /// A source as a client needs it.
  struct Source {
    let facets: SearchSource
    /// The number of its first page in the site.
    let base: Int
    let pages: Int
    let folder: ContentName
    let blocks: [IndexSegment.BlockStart]
    /// By page of the source: what its scores are multiplied by.
    let boosts: [Int: Double]
  }
}

extension IndexRoot.Source {
  /// No site has more.
  private static let mostPages = 1 << 28

  /// Reads what `SourceTable` writes.
  static func table(_ reader: inout ByteReader) throws -> [Self] {
    let count = try reader.count()
    func column<Value>(_ one: (inout ByteReader) throws -> Value) throws -> [Value] {
      try (0..<count).map { _ in try one(&reader) }
    }
    let texts = try (0..<6).map { _ in try column { try $0.string() } }
    let gaps = try column { try $0.varint() }, pages = try column { try $0.varint() }
    let folders = try column { ContentName(try $0.take(ContentName.length)) }
    let blocks = try column(blocks), boosts = try column(boosts)
    var end = 0
    return try (0..<count).map { index in
      let base = end + gaps[index]
      end = base + pages[index]
      guard end <= mostPages else { throw IndexFault() }
      return Self(
        facets: facets(texts.map { $0[index] }), base: base, pages: pages[index], folder: folders[index],
        blocks: blocks[index], boosts: boosts[index])
    }
  }

  private static func facets(_ texts: [String]) -> SearchSource {
    func facet(_ index: Int) -> String? { texts[index].isEmpty ? nil : texts[index] }
    return SearchSource(
      name: texts[0], title: texts[1], type: texts[2], owner: facet(3), kind: facet(4), lifecycle: facet(5))
  }

  private static func blocks(_ reader: inout ByteReader) throws(IndexFault) -> [IndexSegment.BlockStart] {
    var blocks: [IndexSegment.BlockStart] = [], page = 0
    for _ in 0..<(try reader.count()) {
      let head = try reader.varint()
      page += head >> 1
      blocks.append(.init(page: page, section: head & 1 == 1 ? try reader.varint() : 0))
    }
    return blocks
  }

  private static func boosts(_ reader: inout ByteReader) throws(IndexFault) -> [Int: Double] {
    var boosts: [Int: Double] = [:]
    for _ in 0..<(try reader.count()) { boosts[try reader.varint()] = Double(try reader.byte()) / 16 }
    return boosts
  }
}
