/// The sources of an index as a client needs them, in tables of limited size.
///
/// A table has a column for each property, which packs better than a row for each source. docs/reference/search.md
/// describes it.
struct SourceTable {
  /// A source, and what its files are called.
  struct Row {
    let part: IndexAssembly.Part
    /// The number of its first page in the site.
    let base: Int
    let texts: ContentName

    var pages: Int { part.segments.reduce(0) { $0 + $1.pages } }

    /// What it takes before compression, about.
    fileprivate var size: Int {
      let source = part.source, blocks = part.segments.reduce(0) { $0 + $1.blockStarts.count }
      return SourceTable.texts(source).reduce(ContentName.length + 12) { $0 + $1.utf8.count } + blocks
    }
  }

  /// How much one table holds before compression, but for a source that alone is larger.
  private static let most = 48_000

  /// Tables of rows that are in the order of their pages.
  static func tables(of rows: [Row]) -> [[UInt8]] {
    var tables: [[UInt8]] = [], from = 0, size = 0
    for (index, row) in rows.enumerated() {
      if size > 0, size + row.size > most {
        tables.append(table(rows[from..<index]))
        (from, size) = (index, 0)
      }
      size += row.size
    }
    return tables + [table(rows[from...])]
  }

  private static func table(_ rows: ArraySlice<Row>) -> [UInt8] {
    var writer = ByteWriter(), end = 0
    let properties = rows.map { texts($0.part.source) }
    writer.putVarint(rows.count)
    for column in 0..<6 { for row in properties { writer.putString(row[column]) } }
    for row in rows {
      writer.putVarint(row.base - end)
      end = row.base + row.pages
    }
    for row in rows { writer.putVarint(row.pages) }
    for row in rows { writer.put(row.texts.bytes) }
    for row in rows { putBlocks(row.part.segments, into: &writer) }
    for row in rows { putBoosts(row.part.segments, into: &writer) }
    return writer.bytes
  }

  private static func texts(_ source: SearchSource) -> [String] {
    [source.name, source.title, source.type, source.owner ?? "", source.kind ?? "", source.lifecycle ?? ""]
  }

  /// Where each block of text begins: the distance from the page before, and the section where that is not the first.
  private static func putBlocks(_ segments: [IndexSegment], into writer: inout ByteWriter) {
    writer.putVarint(segments.reduce(0) { $0 + $1.blockStarts.count })
    var last = 0
    for (index, segment) in segments.enumerated() {
      for start in segment.blockStarts {
        let page = index * SegmentBuilder.pagesPerSegment + start.page
        writer.putVarint((page - last) << 1 | (start.section > 0 ? 1 : 0))
        if start.section > 0 { writer.putVarint(start.section) }
        last = page
      }
    }
  }

  private static func putBoosts(_ segments: [IndexSegment], into writer: inout ByteWriter) {
    writer.putVarint(segments.reduce(0) { $0 + $1.boosts.count })
    for (index, segment) in segments.enumerated() {
      for boost in segment.boosts {
        writer.putVarint(index * SegmentBuilder.pagesPerSegment + boost.page)
        writer.put(UInt8(clamping: boost.sixteenths))
      }
    }
  }
}
