import TechDocsModel

/// Indexes a run of at most 64 neighbouring pages of one source.
package struct SegmentBuilder: ~Copyable {
  /// How many pages make up a segment. Fixed, so that an index depends on nothing but its pages.
  package static let pagesPerSegment = 64

  private var occurrences = Occurrences()
  private var tokenizer = Tokenizer()
  private var lengths = FieldLengths()
  private var fragments = FragmentWriter()
  private var segment = IndexSegment()

  package init() {}

  /// The segment of the pages of one source, of which there may be none more than `pagesPerSegment`.
  package static func segment(of records: some Sequence<SearchRecord>, in source: SearchSource) -> IndexSegment {
    var builder = SegmentBuilder()
    for record in records { builder.add(record, in: source) }
    return builder.finish()
  }

  mutating func add(_ record: SearchRecord, in source: SearchSource) {
    let page = segment.pages
    occurrences.begin(.title, page: page)
    tokenizer.tokens(of: record.title, into: &occurrences)
    let title = occurrences.length
    occurrences.begin(.path, page: page)
    Self.pathText(record, source).withUnsafeBufferPointer { tokenizer.tokens(of: $0, into: &occurrences) }
    lengths.addPage(title: title, path: occurrences.length)
    for (index, section) in record.sections.enumerated() {
      occurrences.begin(.heading, page: page, section: index)
      tokenizer.tokens(of: index == 0 && section.heading.isEmpty ? record.title : section.heading, into: &occurrences)
      let heading = occurrences.length
      occurrences.begin(.body, page: page, section: index)
      section.text.withUnsafeBufferPointer { tokenizer.tokens(of: $0, into: &occurrences) }
      lengths.addSection(heading: heading, body: occurrences.length)
    }
    fragments.add(record, page: page)
    if record.boost != 1 {
      segment.boosts.append(.init(page: page, sixteenths: min(240, max(1, Int((record.boost * 16).rounded())))))
    }
    addTags(record.tags, page)
    segment.sections += record.sections.count
    segment.pages += 1
  }

  /// The words of the address and of the source's names; what only numbers it, `docs/default/component`, is left out.
  private static func pathText(_ record: SearchRecord, _ source: SearchSource) -> [UInt8] {
    var words = record.url.utf8.split(separator: UInt8(ascii: "/"))
    if words.count > 3, words[0].elementsEqual("docs".utf8) { words.removeFirst(3) }
    var text: [UInt8] = []
    for word in words {
      let name = word.suffix(5).elementsEqual(".html".utf8) ? word.dropLast(5) : word
      for byte in name { text.append(byte == UInt8(ascii: "-") ? 0x20 : byte) }
      text.append(0x20)
    }
    text += source.title.utf8
    for tag in record.tags { text += " ".utf8 + Array(tag.utf8) }
    return text
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
    putTerms()
    let texts = fragments.finish()
    (segment.blocks, segment.blockStarts, segment.card) = (texts.blocks, texts.starts, texts.card)
    return segment
  }

  private mutating func putTerms() {
    let (places, starts) = occurrences.grouped()
    var writer = ByteWriter(), gathering = PostingGathering(lengths: lengths)
    segment.terms.reserveCapacity(occurrences.table.count)
    places.withUnsafeBufferPointer { places in
      for number in occurrences.table.sorted() {
        let group = starts[Int(number)]..<starts[Int(number) + 1]
        let (sections, lastPage) = gathering.put(UnsafeBufferPointer(rebasing: places[group]), into: &writer)
        segment.termBytes += occurrences.table.term(Int(number))
        segment.terms.append(
          .init(
            termEnd: UInt32(segment.termBytes.count), postingsEnd: UInt32(writer.bytes.count),
            sections: UInt32(sections), lastPage: UInt16(lastPage)))
      }
    }
    // Copied, for a segment is held until all are made, and an array that has grown holds up to twice its bytes.
    segment.postings = writer.bytes.withUnsafeBufferPointer { Array($0) }
    segment.termBytes = segment.termBytes.withUnsafeBufferPointer { Array($0) }
  }
}
