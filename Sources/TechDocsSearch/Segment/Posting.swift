/// Where one term stands in one page.
struct PagePosting {
  /// One section that holds the term.
  struct Section: Equatable {
    let ordinal: Int
    /// A level of `Impact`.
    let level: UInt8
    /// The number of words of the section's heading if the term stands in it, else 0.
    let headingLength: Int
  }

  var page: Int
  /// The level for title and address, which count for every section; nil where the term stands in neither.
  var pageLevel: UInt8?
  var isInTitle = false
  /// Whether it is only said that the term stands somewhere on the page; `pageLevel` then stands for its sections.
  var isMention = false
  var sections: [Section] = []

  /// Empties it for another page, keeping its memory.
  mutating func start(page: Int) {
    (self.page, pageLevel, isInTitle, isMention) = (page, nil, false, false)
    sections.removeAll(keepingCapacity: true)
  }
}

/// The bytes of a term's postings.
///
/// For each page: `delta << 2 | form`, where form 0 is one section, 1 several, 2 the page only, 3 both; with 2 and 3 a
/// byte for the page (`mention << 6 | title << 5 | level`); with 1 and 3 the number of sections; for each section its
/// ordinal (after the first the distance, less one), `heading << 5 | level`, and with a heading the number of its words.
enum PostingCoding {
  static let flag: UInt8 = 0x20
  static let mention: UInt8 = 0x40

  static func put(_ posting: PagePosting, after last: Int, into writer: inout ByteWriter) {
    let count = posting.sections.count
    let form = posting.pageLevel == nil ? (count == 1 ? 0 : 1) : (count == 0 ? 2 : 3)
    writer.putVarint((posting.page - last) << 2 | form)
    if let level = posting.pageLevel {
      writer.put(level | (posting.isInTitle ? flag : 0) | (posting.isMention ? mention : 0))
    }
    if form & 1 == 1 { writer.putVarint(count) }
    var next = 0
    for section in posting.sections {
      writer.putVarint(section.ordinal - next)
      next = section.ordinal + 1
      writer.put(section.headingLength > 0 ? section.level | flag : section.level)
      if section.headingLength > 0 { writer.put(UInt8(clamping: section.headingLength)) }
    }
  }

  /// Moves past the postings of one page; its number, and where what follows its first varint begins.
  static func skip(_ reader: inout ByteReader, page: inout Int) throws(IndexFault) -> (form: Int, rest: Int) {
    let head = try reader.varint(), form = head & 3, rest = reader.index
    page += head >> 2
    if form >= 2 { _ = try reader.byte() }
    let count = form & 1 == 1 ? try reader.count() : form == 0 ? 1 : 0
    for _ in 0..<count {
      _ = try reader.varint()
      if try reader.byte() & flag != 0 { _ = try reader.byte() }
    }
    return (form, rest)
  }

  /// Reads the postings of one page; `page` comes in as the page before and leaves as this one.
  static func take(_ reader: inout ByteReader, page: inout Int) throws(IndexFault) -> PagePosting {
    var posting = PagePosting(page: page)
    try take(&reader, into: &posting)
    page = posting.page
    return posting
  }

  /// The same into a value that holds the page before, whose memory it takes over.
  static func take(_ reader: inout ByteReader, into posting: inout PagePosting) throws(IndexFault) {
    let head = try reader.varint(), form = head & 3
    posting.start(page: posting.page + head >> 2)
    if form >= 2 {
      let byte = try reader.byte()
      posting.pageLevel = byte & 31
      posting.isInTitle = byte & flag != 0
      posting.isMention = byte & mention != 0
    }
    let count = form & 1 == 1 ? try reader.count() : form == 0 ? 1 : 0
    posting.sections.reserveCapacity(count)
    var next = 0
    for _ in 0..<count {
      let ordinal = next + (try reader.varint()), byte = try reader.byte()
      let length = byte & flag != 0 ? Int(try reader.byte()) : 0
      posting.sections.append(.init(ordinal: ordinal, level: byte & 31, headingLength: length))
      next = ordinal + 1
    }
  }
}
