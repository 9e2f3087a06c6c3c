/// Divides the postings of a frequent term: what stays in its shard, and what has files of its own.
///
/// In the shard are titles, addresses and headings, and of other sections only that the term stands somewhere on the
/// page. This is enough where another word of a query is rarer: what is common tells little of one section.
struct PostingRanks {
  /// All pages, in their order.
  private(set) var brief = ByteWriter()
  /// Those of which `brief` does not have every section.
  private(set) var others = ByteWriter()
  private var lastBrief = 0
  private var lastOther = 0

  /// The level of a mention: a little less than that of a section of usual length with one such word.
  private static let mention: UInt8 = 13

  /// Without headings it is shorter.
  init(_ postings: [UInt8], withHeadings: Bool) {
    var reader = ByteReader(postings), posting = PagePosting(page: 0), short = posting
    // Postings are our own, so all of them can be read.
    while !reader.isAtEnd, (try? PostingCoding.take(&reader, into: &posting)) != nil {
      short.start(page: posting.page)
      (short.pageLevel, short.isInTitle) = (posting.pageLevel, posting.isInTitle)
      if withHeadings {
        for section in posting.sections where section.headingLength > 0 { short.sections.append(section) }
      }
      add(posting, &short)
    }
  }

  /// `short` is the page with the sections that are kept.
  private mutating func add(_ posting: PagePosting, _ short: inout PagePosting) {
    if short.sections.count < posting.sections.count {
      PostingCoding.put(posting, after: lastOther, into: &others)
      lastOther = posting.page
      if posting.pageLevel == nil {
        short.pageLevel = Self.mention
        short.isMention = true
      }
    }
    PostingCoding.put(short, after: lastBrief, into: &brief)
    lastBrief = posting.page
  }
}
