/// Packs the texts of a segment's pages into blocks, which a client reads to show and to judge its best results.
///
/// A block holds neighbouring small pages, or some sections of a large one, so that none is much larger than another.
struct FragmentWriter: ~Copyable {
  /// Bytes of text after which a block is closed, and at which a page is divided.
  private static let enough = 4_500
  private static let most = 9_000
  /// What of one section's text is kept for excerpts.
  private static let sectionLimit = 20_000

  private let deflater = Deflater(level: 6)
  private var open = ByteWriter()
  private var openPages = 0
  private var openStart = IndexSegment.BlockStart(page: 0, section: 0)
  private var blocks: [[UInt8]] = []
  private var starts: [IndexSegment.BlockStart] = []
  private var card = ByteWriter()
  private var lastURL: [UInt8] = []

  mutating func add(_ record: SearchRecord, page: Int) {
    putCard(record)
    var first = 0, size = 0
    for (index, section) in record.sections.enumerated() {
      let bytes = min(section.text.count, Self.sectionLimit)
      if size > 0, size + bytes > Self.most {
        put(record, page, first..<index)
        close()
        (first, size) = (index, 0)
      }
      size += bytes
    }
    put(record, page, first..<record.sections.count)
    if open.bytes.count >= Self.enough { close() }
  }

  consuming func finish() -> (blocks: [[UInt8]], starts: [IndexSegment.BlockStart], card: [UInt8]) {
    close()
    return (blocks, starts, deflater.compressed(card.bytes))
  }

  /// Address (the bytes shared with the page before, then the rest) and title.
  private mutating func putCard(_ record: SearchRecord) {
    let url = Array(record.url.utf8)
    let shared = zip(lastURL, url).prefix { $0 == $1 }.count
    card.putVarint(shared)
    card.putString(url[shared...])
    card.putString(record.title)
    lastURL = url
  }

  private mutating func put(_ record: SearchRecord, _ page: Int, _ sections: Range<Int>) {
    if openPages > 0, open.bytes.count + 2_000 > Self.most { close() }
    if openPages == 0 { openStart = .init(page: page, section: sections.lowerBound) }
    openPages += 1
    open.putString(record.url)
    open.putString(record.title)
    open.putString(record.breadcrumbs.joined(separator: "\u{1f}"))
    open.putVarint(sections.count)
    for section in record.sections[sections] {
      open.putString(section.anchor)
      open.putString(section.heading)
      open.putString(Self.cut(section.text))
    }
  }

  /// Not inside a scalar.
  private static func cut(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard text.count > sectionLimit else { return text }
    var end = text.startIndex + sectionLimit
    while end > text.startIndex, text[end] & 0xc0 == 0x80 { end -= 1 }
    return text[..<end]
  }

  private mutating func close() {
    guard openPages > 0 else { return }
    var block = ByteWriter()
    block.putVarint(openPages)
    block.put(open.bytes)
    blocks.append(deflater.compressed(block.bytes))
    starts.append(openStart)
    open.bytes.removeAll(keepingCapacity: true)
    openPages = 0
  }
}
