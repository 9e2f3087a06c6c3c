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
///
/// Texts are handed over as sources arrive and then forgotten; the terms are kept until all are there.
package struct IndexAssembly {
  /// A source and the segments of its pages, in the order of the pages.
  package struct Part: Sendable {
    package let source: SearchSource
    package fileprivate(set) var segments: [IndexSegment]

    package init(source: SearchSource, segments: [IndexSegment]) {
      self.source = source
      self.segments = segments
    }
  }

  /// A part without its texts, and what these are called.
  private struct Kept {
    let part: Part
    let texts: ContentName
  }

  /// Bumped when a client of another version could not read what is written.
  package static let version: UInt8 = 2

  private let synonyms: [[String]]
  private var kept: [Kept] = []
  /// Files are named after their content, so two words that stand on the same pages share one: handed over once.
  private var paths: Set<String> = []

  /// `synonyms` are groups of words that mean the same.
  package init(synonyms: [[String]] = []) { self.synonyms = synonyms }

  /// Adds a source, and hands over the files of its texts. The order of sources does not matter.
  package mutating func add(_ part: consuming Part, _ put: (IndexFile) throws -> Void) rethrows {
    let texts = try writeTexts(of: part, put)
    for index in part.segments.indices {
      part.segments[index].blocks = []
      part.segments[index].card = []
    }
    kept.append(Kept(part: part, texts: texts))
  }

  /// Hands over all other files, the root last.
  package mutating func finish(_ put: (IndexFile) throws -> Void) rethrows {
    kept.sort { $0.part.source.name.utf8.lexicographicallyPrecedes($1.part.source.name.utf8) }
    var bases: [Int] = [], base = 0
    for one in kept {
      bases.append(base)
      base += Self.room(for: one.part.segments.reduce(0) { $0 + $1.pages })
    }
    let rows = zip(kept, bases).map { SourceTable.Row(part: $0.part, base: $1, texts: $0.texts) }
    var root = try RootWriter(rows) { try hand(over: $0, in: "s", put) }
    if let tags = TagWriter(kept.map(\.part), bases: bases).file() { root.tags = try hand(over: tags, in: "g", put) }
    let families = shards(bases)
    for file in families.long { _ = try hand(over: file, in: "t", put) }
    for (letter, family) in [("t", families.terms), ("w", families.words), ("r", families.reversed)] {
      root.put(family, names: try family.files.map { try hand(over: $0, in: letter, put) })
    }
    try put(IndexFile(path: "root.bin", bytes: root.finish(synonyms: synonyms)))
  }

  private func shards(
    _ bases: [Int]
  ) -> (terms: ShardWriter.Family, words: ShardWriter.Family, reversed: ShardWriter.Family, long: [[UInt8]]) {
    let inputs = zip(kept, bases).flatMap { one, base in
      one.part.segments.enumerated().map { index, segment in
        SegmentMerge.Input(segment: segment, firstPage: base + index * SegmentBuilder.pagesPerSegment)
      }
    }
    var writer = ShardWriter(pages: inputs.reduce(0) { $0 + $1.segment.pages })
    SegmentMerge(inputs).run { writer.add($0) }
    return writer.finish()
  }

  /// The texts of a source lie in a folder named after them all, so that the root need not name each.
  private mutating func writeTexts(
    of part: borrowing Part, _ put: (IndexFile) throws -> Void
  ) rethrows -> ContentName {
    var names = ByteWriter()
    for segment in part.segments {
      for file in segment.blocks + [segment.card] { names.put(ContentName(of: file).bytes) }
    }
    let folder = ContentName(of: names.bytes)
    var number = 0
    for (index, segment) in part.segments.enumerated() {
      for block in segment.blocks {
        try hand(over: IndexFile(path: "f/\(folder)/\(number).bin", bytes: block), put)
        number += 1
      }
      try hand(over: IndexFile(path: "f/\(folder)/c\(index).bin", bytes: segment.card), put)
    }
    return folder
  }

  private mutating func hand(
    over bytes: [UInt8], in folder: String, _ put: (IndexFile) throws -> Void
  ) rethrows -> ContentName {
    let name = ContentName(of: bytes)
    try hand(over: IndexFile(path: "\(folder)/\(name).bin", bytes: bytes), put)
    return name
  }

  private mutating func hand(over file: IndexFile, _ put: (IndexFile) throws -> Void) rethrows {
    if paths.insert(file.path).inserted { try put(file) }
  }

  /// How many page numbers a source gets: more than it needs, so that a new page renumbers no other source.
  static func room(for pages: Int) -> Int {
    var room = 8
    while room < pages + pages / 8 { room = room < 256 ? room * 2 : room + 256 }
    return room
  }
}
