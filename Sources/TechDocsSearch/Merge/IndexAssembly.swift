/// One file of an index; `path` is relative to the index's folder, `search/`.
package struct IndexFile: Sendable {
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// Everything that a client reads, made from the segments of all sources.
package struct IndexAssembly: Sendable {
  /// A source and the segments of its pages, in the order of the pages.
  package struct Part: Sendable {
    package let source: SearchSource
    package let segments: [IndexSegment]

    package init(source: SearchSource, segments: [IndexSegment]) {
      self.source = source
      self.segments = segments
    }
  }

  /// Bumped when a client of another version could not read what is written.
  package static let version: UInt8 = 1

  private let parts: [Part]
  private let synonyms: [[String]]

  /// The order of `parts` does not matter. `synonyms` are groups of words that mean the same.
  package init(_ parts: [Part], synonyms: [[String]] = []) {
    self.parts = parts.sorted { $0.source.name.utf8.lexicographicallyPrecedes($1.source.name.utf8) }
    self.synonyms = synonyms
  }

  /// All files, each handed over once; the root last.
  ///
  /// Files are named after their content, so two words that stand on the same pages share one.
  package func write(_ put: (IndexFile) throws -> Void) rethrows {
    var handedOver: Set<String> = []
    try writeAll { file in
      if handedOver.insert(file.path).inserted { try put(file) }
    }
  }

  private func writeAll(_ put: (IndexFile) throws -> Void) rethrows {
    var bases: [Int] = [], base = 0
    for part in parts {
      bases.append(base)
      base += Self.room(for: part.segments.reduce(0) { $0 + $1.pages })
    }
    let families = shards(bases)
    var root = RootWriter()
    for (part, base) in zip(parts, bases) {
      let names = try writeTexts(of: part, put)
      root.put(part, base: base, texts: names.texts, cards: names.cards)
    }
    for file in families.long { try put(Self.file("t", file)) }
    for (letter, family) in [("t", families.terms), ("w", families.words), ("r", families.reversed)] {
      root.put(family)
      for file in family.files { try put(Self.file(letter, file)) }
    }
    if let tags = TagWriter(parts, bases: bases).file() {
      root.tags = ContentName(of: tags)
      try put(Self.file("g", tags))
    }
    try put(IndexFile(path: "root.bin", bytes: root.finish(synonyms: synonyms)))
  }

  private func shards(
    _ bases: [Int]
  ) -> (terms: ShardWriter.Family, words: ShardWriter.Family, reversed: ShardWriter.Family, long: [[UInt8]]) {
    let inputs = zip(parts, bases).flatMap { part, base in
      part.segments.enumerated().map { index, segment in
        SegmentMerge.Input(segment: segment, firstPage: base + index * SegmentBuilder.pagesPerSegment)
      }
    }
    var merge = SegmentMerge(inputs), writer = ShardWriter()
    merge.run { writer.add($0) }
    return writer.finish()
  }

  /// The texts of a source lie in a folder named after them all, so that the root need not name each.
  private func writeTexts(
    of part: Part, _ put: (IndexFile) throws -> Void
  ) rethrows -> (texts: ContentName, cards: [ContentName]) {
    var digests = ByteWriter()
    for segment in part.segments { for block in segment.blocks { digests.put(ContentName(of: block).bytes) } }
    let folder = ContentName(of: digests.bytes)
    var number = 0, cards: [ContentName] = []
    for segment in part.segments {
      for block in segment.blocks {
        try put(IndexFile(path: "f/\(folder)/\(number).bin", bytes: block))
        number += 1
      }
      try put(Self.file("c", segment.card))
      cards.append(ContentName(of: segment.card))
    }
    return (folder, cards)
  }

  private static func file(_ folder: String, _ bytes: [UInt8]) -> IndexFile {
    IndexFile(path: "\(folder)/\(ContentName(of: bytes)).bin", bytes: bytes)
  }

  /// How many page numbers a source gets: more than it needs, so that a new page renumbers no other source.
  static func room(for pages: Int) -> Int {
    var room = 8
    while room < pages + pages / 8 { room = room < 256 ? room * 2 : room + 256 }
    return room
  }
}
