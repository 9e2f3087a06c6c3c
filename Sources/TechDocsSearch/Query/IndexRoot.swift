/// What `root.bin` says: the sources and their pages, and where each shard begins.
struct IndexRoot {
  /// One family of shards, by place.
  struct Family {
    var separators: [[UInt8]] = []
    var names: [ContentName] = []
  }

  var sections = 0
  /// Of files that hold the sources; none where these are in the root.
  private var tables: [ContentName] = []
  private(set) var sources: [Source] = []
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
    // How many numbers pages have, which a browser makes room for.
    _ = try reader.varint()
    for _ in 0..<(try reader.count()) { tables.append(ContentName(try reader.take(ContentName.length))) }
    if tables.isEmpty { sources = try Source.table(&reader) }
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

  /// Reads the sources that are not in the root; `read` gives what is made of a file.
  mutating func readSources(_ read: (String, ([UInt8]) throws -> [Source]) throws -> [Source]) throws {
    for name in tables {
      sources += try read("s/\(name).bin") { bytes in
        var reader = ByteReader(bytes)
        return try Source.table(&reader)
      }
    }
  }

  private static func family(_ reader: inout ByteReader) throws(IndexFault) -> Family {
    var family = Family(), coding = FrontDecoding()
    let count = try reader.count()
    for _ in 0..<count { family.separators.append(try coding.next(&reader)) }
    for _ in 0..<count { family.names.append(ContentName(try reader.take(ContentName.length))) }
    return family
  }

  /// The source that a page belongs to.
  func source(of page: Int) -> Source? { place(of: page).map { sources[$0] } }

  /// The place of the source that a page belongs to.
  func place(of page: Int) -> Int? { sources.lastIndex { $0.base <= page } }
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
