/// Adds up the places of one term, section by section and page by page.
struct PostingGathering {
  let lengths: [SegmentBuilder.PageLengths]
  private var posting: PagePosting?
  /// The section + 1 whose places are being added up; 0 for the page.
  private var section = 0
  /// Halves by field.
  private var sums = (title: 0, path: 0, heading: 0, body: 0)

  init(lengths: [SegmentBuilder.PageLengths]) { self.lengths = lengths }

  /// Takes the next place; a posting when it belongs to the page after.
  mutating func take(_ place: Place) -> PagePosting? {
    var finished: PagePosting?
    if posting?.page != place.page {
      finished = finish()
      posting = PagePosting(page: place.page)
      section = place.section
    } else if section != place.section {
      closeSection()
      section = place.section
    }
    switch place.field {
    case .title: sums.title += place.halves
    case .path: sums.path += place.halves
    case .heading: sums.heading += place.halves
    case .body: sums.body += place.halves
    }
    return finished
  }

  /// The last page's posting; nil when no place was taken since.
  mutating func finish() -> PagePosting? {
    guard posting != nil else { return nil }
    closeSection()
    defer { posting = nil }
    return posting
  }

  private mutating func closeSection() {
    guard let page = posting?.page else { return }
    let own = lengths[page]
    if section == 0 {
      let impact =
        Impact.title.impact(halves: sums.title, length: own.title)
        + Impact.path.impact(halves: sums.path, length: own.path)
      posting?.pageLevel = Impact.level(impact)
      posting?.isInTitle = sums.title > 0
    } else {
      let length = own.headings[section - 1]
      let impact =
        Impact.heading.impact(halves: sums.heading, length: length)
        + Impact.body.impact(halves: sums.body, length: own.bodies[section - 1])
      posting?.sections.append(
        .init(ordinal: section - 1, level: Impact.level(impact), headingLength: sums.heading > 0 ? length : 0))
    }
    sums = (0, 0, 0, 0)
  }
}
