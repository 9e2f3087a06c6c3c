/// One shard of terms, its postings still packed.
struct TermShard {
  struct Entry {
    var term: [UInt8]
    /// In how many sections the term stands.
    var sections: Int
    /// Whether its postings lie in files of their own, which `postings` then names.
    var isLong: Bool
    /// Their place in `bytes`.
    var postings: Range<Int>
  }

  let bytes: [UInt8]
  let entries: [Entry]

  init(_ bytes: [UInt8]) throws(IndexFault) {
    var reader = ByteReader(bytes), coding = FrontDecoding(), entries: [Entry] = [], end = 0
    for _ in 0..<(try reader.count()) {
      let term = try coding.next(&reader), sections = try reader.varint(), length = try reader.varint()
      entries.append(.init(term: term, sections: sections, isLong: length & 1 == 1, postings: end..<end + length >> 1))
      end += length >> 1
    }
    let start = reader.index
    guard start + end <= bytes.count else { throw IndexFault() }
    self.bytes = bytes
    self.entries = entries.map { entry in
      var entry = entry
      entry.postings = entry.postings.lowerBound + start..<entry.postings.upperBound + start
      return entry
    }
  }

  /// The place of the first entry that is not before `term`.
  func place(of term: [UInt8]) -> Int {
    var low = 0, high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].term.lexicographicallyPrecedes(term) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Words without postings, each with how often it is met as a power of two.
struct WordShard {
  let words: [(word: [UInt8], weight: UInt8)]

  init(_ bytes: [UInt8]) throws(IndexFault) {
    var reader = ByteReader(bytes), coding = FrontDecoding(), words: [([UInt8], UInt8)] = []
    for _ in 0..<(try reader.count()) { words.append((try coding.next(&reader), try reader.byte())) }
    self.words = words
  }
}

/// The part of a page's text that one block holds.
struct PageText {
  struct Section {
    let anchor: String
    let heading: String
    let text: [UInt8]
  }

  let url: String
  let title: String
  let breadcrumbs: [String]
  let sections: [Section]

  /// All parts of a block.
  static func all(_ bytes: [UInt8]) throws(IndexFault) -> [PageText] {
    var reader = ByteReader(bytes), pages: [PageText] = []
    for _ in 0..<(try reader.count()) {
      let url = try reader.string(), title = try reader.string(), crumbs = try reader.string()
      var sections: [Section] = []
      for _ in 0..<(try reader.count()) {
        sections.append(
          Section(
            anchor: try reader.string(), heading: try reader.string(),
            text: Array(try reader.take(try reader.varint()))))
      }
      pages.append(
        PageText(
          url: url, title: title, breadcrumbs: crumbs.split(separator: "\u{1f}").map(String.init), sections: sections))
    }
    return pages
  }
}
