/// Turns the places of one term after the other into postings.
struct PostingGathering {
  private let lengths: FieldLengths
  private let levels = Impact.Levels()
  private var posting = PagePosting(page: 0)

  init(lengths: FieldLengths) { self.lengths = lengths }

  /// Writes the postings of one term; how many sections hold it (a page counts one where none does), and its last page.
  mutating func put(
    _ places: UnsafeBufferPointer<Place>, into writer: inout ByteWriter
  ) -> (sections: Int, lastPage: Int) {
    var index = 0, last = 0, sections = 0
    while index < places.count {
      let page = places[index].page
      posting.start(page: page)
      while index < places.count, places[index].page == page { index = addSection(places, index) }
      PostingCoding.put(posting, after: last, into: &writer)
      sections += max(1, posting.sections.count)
      last = page
    }
    return (sections, last)
  }

  /// Adds up the places from `start` that stand in one section; the index after them.
  private mutating func addSection(_ places: UnsafeBufferPointer<Place>, _ start: Int) -> Int {
    let key = places[start].sectionKey, section = places[start].section
    var index = start, title = 0, path = 0, heading = 0, body = 0
    while index < places.count, places[index].sectionKey == key {
      let halves = places[index].halves
      switch places[index].field {
      case .title: title += halves
      case .path: path += halves
      case .heading: heading += halves
      case .body: body += halves
      }
      index += 1
    }
    if section == 0 {
      let own = lengths.pages[posting.page]
      posting.pageLevel = levels.level(Double(title) * own.title + Double(path) * own.path)
      posting.isInTitle = title > 0
    } else {
      let own = lengths.sections[lengths.pages[posting.page].firstSection + section - 1]
      posting.sections.append(
        .init(
          ordinal: section - 1, level: levels.level(Double(heading) * own.heading + Double(body) * own.body),
          headingLength: heading > 0 ? own.headingLength : 0))
    }
    return index
  }
}

/// What half a word is worth in each field of the pages of a segment: the longer the field, the less.
struct FieldLengths {
  struct Page {
    let title: Double
    let path: Double
    let firstSection: Int
  }

  struct Section {
    let heading: Double
    let body: Double
    let headingLength: Int
  }

  private(set) var pages: [Page] = []
  private(set) var sections: [Section] = []

  /// The sections of a page come after it.
  mutating func addPage(title: Int, path: Int) {
    pages.append(
      Page(
        title: Impact.title.halfWord(length: title), path: Impact.path.halfWord(length: path),
        firstSection: sections.count))
  }

  mutating func addSection(heading: Int, body: Int) {
    sections.append(
      Section(
        heading: Impact.heading.halfWord(length: heading), body: Impact.body.halfWord(length: body),
        headingLength: heading))
  }
}
