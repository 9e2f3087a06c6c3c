import TechDocsModel

/// Indexes a run of at most 64 neighbouring pages of one source.
package struct SegmentBuilder: ~Copyable {
  /// How many pages make up a segment. Fixed, so that an index depends on nothing but its pages.
  package static let pagesPerSegment = 64

  private var occurrences = Occurrences()
  private var tokenizer = Tokenizer()
  private var lengths: [PageLengths] = []
  private var fragments = FragmentWriter()
  private var segment = IndexSegment()

  /// How many tokens each field has, for the length normalisation.
  struct PageLengths {
    var title = 0
    var path = 0
    /// By section.
    var headings: [Int] = []
    var bodies: [Int] = []
  }

  package init() {}

  /// The segment of the pages of one source, of which there may be none more than `pagesPerSegment`.
  package static func segment(of records: some Sequence<SearchRecord>, in source: SearchSource) -> IndexSegment {
    var builder = SegmentBuilder()
    for record in records { builder.add(record, in: source) }
    return builder.finish()
  }

  mutating func add(_ record: SearchRecord, in source: SearchSource) {
    let page = segment.pages
    var lengths = PageLengths()
    occurrences.begin(.title, page: page)
    tokenizer.tokens(of: record.title, into: &occurrences)
    lengths.title = occurrences.length
    occurrences.begin(.path, page: page)
    tokenizer.tokens(of: Self.pathText(record, source), into: &occurrences)
    lengths.path = occurrences.length
    for (index, section) in record.sections.enumerated() {
      occurrences.begin(.heading, page: page, section: index)
      tokenizer.tokens(of: index == 0 && section.heading.isEmpty ? record.title : section.heading, into: &occurrences)
      lengths.headings.append(occurrences.length)
      occurrences.begin(.body, page: page, section: index)
      section.text.withUnsafeBufferPointer { tokenizer.tokens(of: $0, into: &occurrences) }
      lengths.bodies.append(occurrences.length)
    }
    self.lengths.append(lengths)
    fragments.add(record, page: page)
    if record.boost != 1 {
      segment.boosts.append(.init(page: page, sixteenths: min(240, max(1, Int((record.boost * 16).rounded())))))
    }
    addTags(record.tags, page)
    segment.sections += record.sections.count
    segment.pages += 1
  }

  /// The words of the address and of the source's names; what only numbers it, `docs/default/component`, is left out.
  private static func pathText(_ record: SearchRecord, _ source: SearchSource) -> String {
    let words = record.url.split(separator: "/").map { $0.replacing("-", with: " ").replacing(".html", with: "") }
    let isPortal = words.count > 3 && words[0] == "docs"
    return (isPortal ? words[3...] : words[...]).joined(separator: " ") + " " + source.title
      + (record.tags.isEmpty ? "" : " " + record.tags.joined(separator: " "))
  }

  private mutating func addTags(_ tags: [String], _ page: Int) {
    for name in tags {
      if let index = segment.tags.firstIndex(where: { $0.name == name }) {
        if segment.tags[index].pages.last != page { segment.tags[index].pages.append(page) }
      } else {
        segment.tags.append(.init(name: name, pages: [page]))
      }
    }
  }

  consuming func finish() -> IndexSegment {
    let (order, starts) = occurrences.grouped()
    var writer = ByteWriter()
    for number in occurrences.table.sorted() {
      let group = order[starts[Int(number)]..<starts[Int(number) + 1]]
      let (sections, lastPage) = put(group, into: &writer)
      segment.termBytes += occurrences.table.term(Int(number))
      segment.terms.append(
        .init(
          termEnd: segment.termBytes.count, postingsEnd: writer.bytes.count, sections: sections, lastPage: lastPage))
    }
    segment.postings = writer.bytes
    let texts = fragments.finish()
    (segment.blocks, segment.blockStarts, segment.card) = (texts.blocks, texts.starts, texts.card)
    return segment
  }

  /// Writes the postings of one term; how many sections hold it (a page counts one where none does), and its last page.
  private func put(_ group: ArraySlice<UInt32>, into writer: inout ByteWriter) -> (sections: Int, lastPage: Int) {
    var gathering = PostingGathering(lengths: lengths), last = 0, sections = 0
    for index in group {
      guard let posting = gathering.take(Place(occurrences.places[Int(index)])) else { continue }
      PostingCoding.put(posting, after: last, into: &writer)
      (last, sections) = (posting.page, sections + max(1, posting.sections.count))
    }
    if let posting = gathering.finish() {
      PostingCoding.put(posting, after: last, into: &writer)
      (last, sections) = (posting.page, sections + max(1, posting.sections.count))
    }
    return (sections, last)
  }
}
