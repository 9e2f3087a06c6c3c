/// The files of an index as a query needs them, each read once.
struct IndexReader {
  let root: IndexRoot
  private let read: (String) -> [UInt8]?
  private var shards: [Int: TermShard] = [:]
  private var blocks: [String: [PageText]] = [:]

  /// `read` gives the bytes of a file below the index's folder; nil when there is none.
  init(_ read: @escaping (String) -> [UInt8]?) throws {
    self.read = read
    var root = try Self.checked("root.bin", read) { try IndexRoot($0) }
    try root.readSources { path, parse in try Self.checked(path, read, parse) }
    self.root = root
  }

  private static func checked<Value>(
    _ path: String, _ read: (String) -> [UInt8]?, _ parse: ([UInt8]) throws -> Value
  ) throws -> Value {
    guard let bytes = read(path) else { throw SearchFault.missing(path) }
    do { return try parse(try Inflater.inflated(bytes)) } catch is IndexFault { throw SearchFault.damaged(path) }
  }

  private func file<Value>(_ path: String, _ parse: ([UInt8]) throws -> Value) throws -> Value {
    try Self.checked(path, read, parse)
  }

  /// The place of the shard in which a term would stand; nil in an index without any.
  static func place(of term: [UInt8], in family: IndexRoot.Family) -> Int? {
    var low = 0, high = family.separators.count
    while low < high {
      let middle = (low + high) / 2
      if term.lexicographicallyPrecedes(family.separators[middle]) { high = middle } else { low = middle + 1 }
    }
    return low > 0 ? low - 1 : nil
  }

  /// The places of the shards that hold what begins with `prefix`, at most `most`, those next to `near` first.
  static func places(
    _ prefix: [UInt8], in family: IndexRoot.Family, most: Int, near: [UInt8]? = nil
  ) -> Range<Int> {
    guard let first = place(of: prefix, in: family), let last = place(of: prefix + [0xff], in: family),
      let middle = place(of: near ?? prefix, in: family)
    else { return 0..<0 }
    let own = min(max(middle, first), last)
    let start = max(first, min(own - most / 2, last - most + 1))
    return start..<start + min(most, last - start + 1)
  }

  mutating func shard(_ place: Int) throws -> TermShard {
    if let known = shards[place] { return known }
    let shard = try file("t/\(root.terms.names[place]).bin") { try TermShard($0) }
    shards[place] = shard
    return shard
  }

  func words(_ place: Int, in family: IndexRoot.Family, folder: String) throws -> WordShard {
    try file("\(folder)/\(family.names[place]).bin") { try WordShard($0) }
  }

  /// The term as the index has it; nil when it has not.
  mutating func entry(_ term: [UInt8]) throws -> IndexTerm? {
    guard let place = Self.place(of: term, in: root.terms) else { return nil }
    let shard = try shard(place), index = shard.place(of: term)
    guard index < shard.entries.count, shard.entries[index].term == term else { return nil }
    return try IndexTerm(shard, index)
  }

  /// The terms that begin with `prefix` in some shards, in order, at most `most`.
  mutating func entries(_ prefix: [UInt8], in places: Range<Int>, most: Int = .max) throws -> [IndexTerm] {
    var found: [IndexTerm] = []
    for place in places {
      let shard = try shard(place)
      var index = shard.place(of: prefix)
      while index < shard.entries.count, shard.entries[index].term.starts(with: prefix), found.count < most {
        found.append(try IndexTerm(shard, index))
        index += 1
      }
    }
    return found
  }

  /// The postings of a term. Where it has many some are mentions; read whole, files of their own stand for these.
  func postings(of term: IndexTerm, isWhole: Bool) throws -> [PagePosting] {
    var all: [PagePosting] = []
    guard term.isLong else {
      try Self.append(term.bytes, from: 0, to: &all, of: "t")
      return all
    }
    var reader = ByteReader(term.bytes)
    try Self.append(Array(try reader.take(try reader.varint())), from: 0, to: &all, of: "t")
    guard isWhole else { return all }
    for index in all.indices where all[index].isMention { all[index].pageLevel = nil }
    for _ in 0..<(try reader.count()) {
      let first = try reader.varint(), path = "t/\(ContentName(try reader.take(ContentName.length))).bin"
      try Self.append(try file(path) { $0 }, from: first, to: &all, of: path)
    }
    return all
  }

  private static func append(_ bytes: [UInt8], from first: Int, to all: inout [PagePosting], of path: String) throws {
    var reader = ByteReader(bytes), page = first
    do {
      while !reader.isAtEnd { all.append(try PostingCoding.take(&reader, page: &page)) }
    } catch { throw SearchFault.damaged(path) }
  }

  /// The part of a page that holds a section, and the ordinal of its first section; nil when the index has none.
  mutating func text(of page: Int, section: Int) throws -> (text: PageText, first: Int)? {
    guard let source = root.source(of: page) else { return nil }
    let own = page - source.base
    let number = source.blocks.lastIndex { $0.page < own || $0.page == own && $0.section <= section }
    guard let number else { return nil }
    let start = source.blocks[number], path = "f/\(source.folder)/\(number).bin"
    let pages = try blocks[path] ?? file(path) { try PageText.all($0) }
    blocks[path] = pages
    guard own - start.page < pages.count else { throw SearchFault.damaged(path) }
    return (pages[own - start.page], start.page == own ? start.section : 0)
  }

  /// The tags, and the pages of each.
  func tags() throws -> [IndexTag] {
    guard let name = root.tags else { return [] }
    return try file("g/\(name).bin") { bytes in
      var reader = ByteReader(bytes), tags: [IndexTag] = []
      for _ in 0..<(try reader.count()) {
        let name = try reader.string()
        var page = 0, pages: Set<Int> = []
        for _ in 0..<(try reader.count()) {
          page += try reader.varint()
          pages.insert(page)
        }
        tags.append(IndexTag(name: name, pages: pages))
      }
      return tags
    }
  }
}

/// A term that a query uses.
struct IndexTerm {
  let term: [UInt8]
  let sections: Int
  let isLong: Bool
  let bytes: [UInt8]

  init(_ shard: TermShard, _ index: Int) throws {
    let entry = shard.entries[index]
    (term, sections, isLong) = (entry.term, entry.sections, entry.isLong)
    bytes = Array(shard.bytes[entry.postings])
  }
}
