import TechDocsModel

/// Finds what would cost the C library time or memory out of proportion, and where a byte defuses it.
///
/// libcmark-gfm 0.29 is quadratic in wide tables, open images, open declarations, deep nesting, closing parentheses
/// after a link, and references that are expanded. Real pages stay far below each limit. One linear pass.
struct InputGuard {
  /// A byte to put in before an offset, so that what begins there stays text.
  struct Insertion {
    let offset: Int
    let byte: UInt8
  }

  /// Limits for one page; see each use.
  enum Limit {
    static let pipesOfLine = 256
    static let cellsOfTable = 200_000
    static let tableBytes = 32_000_000
    static let imagesOfBlock = 500
    static let declarationsOfBlock = 100
    static let nesting = 200
    static let markerColumn = 500
    static let parenthesesOfWord = 300
    static let addressesOfWord = 100
    /// Bytes of memory that the parts of one page may take.
    static let memory = 400 << 20
    static let expansion = 32_000_000
  }

  /// In order of their offsets.
  private(set) var insertions: [Insertion] = []
  /// The parsed line of each kind's first hit, in the order of their finding.
  private(set) var hits: [(line: Int, what: StaticString)] = []
  var block = BlockTally()
  /// What a delimiter row costs is the paragraph before it, read again.
  var tableBytes = 0
  var definitions: [(offset: Int, line: Int, length: Int)] = []
  /// How many `[` the page has.
  var brackets = 0
  /// Whether the page has so many `!` and `?` that a paragraph may have too many.
  var mayHaveMany = true
  private var tablePipes = TablePipes()
  /// How many blocks between slashes are open.
  var slashDepth = 0
  /// Where the page is cut because of its many parts, and the line; nil for nearly every page.
  private(set) var cut: (offset: Int, line: Int)?

  /// Reads the text line by line.
  mutating func run(_ text: UnsafeBufferPointer<UInt8>) {
    look(text)
    var start = 0, number = 1
    while start < text.count {
      let end = text.offset(of: UInt8(ascii: "\n"), from: start) ?? text.count
      line(text, start..<end, number)
      start = end + 1
      number += 1
    }
    endBlock(at: text.count)
    limitReferences(text)
    limitMemory(text)
    insertions.sort { $0.offset < $1.offset }
  }

  /// Counts what a page must have before any of its lines can have too much of it.
  private mutating func look(_ text: UnsafeBufferPointer<UInt8>) {
    brackets = text.count(of: UInt8(ascii: "["))
    let marks = text.count(of: UInt8(ascii: "!")) + text.count(of: UInt8(ascii: "?"))
    mayHaveMany = marks > min(Limit.declarationsOfBlock, Limit.imagesOfBlock)
  }

  mutating func setCut(_ place: (offset: Int, line: Int)) { cut = place }

  mutating func defuse(_ offset: Int, _ number: Int, _ what: StaticString, with byte: UInt8 = UInt8(ascii: "\\")) {
    insertions.append(Insertion(offset: offset, byte: byte))
    if !hits.contains(where: { $0.what.utf8Start == what.utf8Start }) { hits.append((number, what)) }
  }

  private mutating func line(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ number: Int) {
    guard let first = range.first(where: { !Self.isWhite(text[$0]) }) else {
      _ = tablePipes.pipes(text, range)
      return endBlock(at: range.lowerBound)
    }
    if block.start == nil { block.start = range.lowerBound }
    limitNesting(text, range, number)
    limitSlashes(text, first..<range.upperBound, number)
    limitTable(text, first..<range.upperBound, number)
    if text[first] == UInt8(ascii: "["), Self.isDefinition(text, first..<range.upperBound) {
      endDefinition(at: range.lowerBound)
      block.definition = (first, number)
    }
    limitInlines(text, first..<range.upperBound, number)
    for pipe in tablePipes.pipes(text, range) {
      insertions.append(Insertion(offset: pipe, byte: UInt8(ascii: "\\")))
    }
  }

  /// Forgets what was counted since the last blank line.
  private mutating func endBlock(at offset: Int) {
    endDefinition(at: offset)
    if let row = block.costlyRow { defuse(row.offset, row.line, "a table with too many cells") }
    block = BlockTally()
  }

  private mutating func endDefinition(at offset: Int) {
    guard let open = block.definition else { return }
    definitions.append((open.offset, open.line, offset - open.offset))
    block.definition = nil
  }

  /// The library writes a reference's target out at each use.
  private mutating func limitReferences(_ text: UnsafeBufferPointer<UInt8>) {
    for definition in definitions
    where definition.length.multipliedReportingOverflow(by: brackets).overflow
      || definition.length * brackets > Limit.expansion + 20 * text.count
    {
      defuse(definition.offset, definition.line, "a link definition too long for its many uses")
    }
  }

  private static func isDefinition(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard let close = text[range].firstIndex(of: UInt8(ascii: "]")), close + 1 < range.upperBound else { return false }
    return text[close + 1] == UInt8(ascii: ":")
  }

  @inline(__always)
  static func isWhite(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0d }
}

/// What is counted between two blank lines.
struct BlockTally {
  var start: Int?
  var images = 0
  var declarations = 0
  /// The first delimiter row, its columns, and the rows below it.
  var row: (offset: Int, line: Int, columns: Int)?
  var rows = 0
  /// The delimiter row of a table that has too many cells.
  var costlyRow: (offset: Int, line: Int)?
  /// A link definition that has begun.
  var definition: (offset: Int, line: Int)?
}
