import TechDocsModel

extension InputGuard {
  /// Quotes, lists and our containers inside each other: every later line walks through all of them.
  mutating func limitNesting(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ number: Int) {
    var index = range.lowerBound, column = 0, depth = 0
    while index < range.upperBound {
      let byte = text[index]
      if Self.isWhite(byte) {
        column += byte == 0x09 ? 4 : 1
        index += 1
        continue
      }
      guard let length = Self.marker(text, index..<range.upperBound) else { return }
      depth += 1
      if depth > Limit.nesting || column > Limit.markerColumn {
        return defuse(index + length - 1, number, "blocks nested too deeply")
      }
      // `===` may also underline a heading; a container's mark is the last on its line.
      if [UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "=")].contains(byte) { return }
      index += length
      column += length
    }
  }

  /// The length of a container's marker up to the byte that an escape takes the meaning from; nil for anything else.
  private static func marker(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    let next = range.lowerBound + 1 < range.upperBound ? text[range.lowerBound + 1] : 0x20
    switch text[range.lowerBound] {
    case UInt8(ascii: ">"): return 1
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ":"):
      return isWhite(next) ? 1 : nil
    case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "="):
      return next == text[range.lowerBound] ? 1 : nil
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let digits = text[range].prefix(9).prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
      guard range.lowerBound + digits < range.upperBound else { return nil }
      let end = text[range.lowerBound + digits]
      return end == UInt8(ascii: ".") || end == UInt8(ascii: ")") ? digits + 1 : nil
    default: return nil
    }
  }

  /// Wide lines, and tables whose short rows are filled up with empty cells.
  mutating func limitTable(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ number: Int) {
    defer { countRow() }
    // Most lines have too few bytes or pipes to be wide, and begin like no delimiter row.
    let isWide =
      range.count > Limit.pipesOfLine
      && UnsafeBufferPointer(rebasing: text[range]).count(of: UInt8(ascii: "|")) > Limit.pipesOfLine
    guard isWide || "|-:>".utf8.contains(text[range.lowerBound]) else { return }
    var pipes = 0, isDelimiter = true, hasDash = false, first: Int?
    for index in range {
      switch text[index] {
      case UInt8(ascii: "|"):
        pipes += 1
        if pipes > Limit.pipesOfLine {
          defuse(index, number, "a line with more than 256 '|', which a table cannot have")
        }
      case UInt8(ascii: "-"): hasDash = true
      case UInt8(ascii: ":"), UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
      // A quote's marks stand before the row.
      case UInt8(ascii: ">") where first == nil: continue
      default:
        guard isWide else { return }
        isDelimiter = false
      }
      if first == nil, !Self.isWhite(text[index]) { first = index }
    }
    if isDelimiter, hasDash, let first { delimiterRow(at: first, pipes: pipes, number) }
  }

  private mutating func countRow() {
    block.rows += 1
    if block.costlyRow == nil, let row = block.row, row.columns * block.rows > Limit.cellsOfTable {
      block.costlyRow = (row.offset, row.line)
    }
  }

  private mutating func delimiterRow(at offset: Int, pipes: Int, _ number: Int) {
    // The library goes through the paragraph from its start for each of its lines.
    let before = offset - (block.start ?? offset)
    tableBytes += before + before * before / 64
    if tableBytes > Limit.tableBytes {
      return defuse(offset, number, "a table below a very long paragraph")
    }
    guard pipes + 1 > block.row?.columns ?? 0, pipes <= Limit.pipesOfLine else { return }
    block.row = (offset, number, pipes + 1)
    block.rows = 0
  }

  /// Openers that the library looks for the end of again and again.
  mutating func limitInlines(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ number: Int) {
    var parentheses = 0, addresses = 0
    // Most lines are too short to have too much of what is counted by the word.
    let isLong = range.count > Limit.parenthesesOfWord
    guard isLong || mayHaveMany else { return }
    for index in range {
      switch text[index] {
      case UInt8(ascii: "["):
        guard index > range.lowerBound, text[index - 1] == UInt8(ascii: "!") else { continue }
        block.images += 1
        if block.images > Limit.imagesOfBlock { defuse(index, number, "too many images in one paragraph") }
      case UInt8(ascii: "?"), UInt8(ascii: "!"):
        guard index > range.lowerBound, text[index - 1] == UInt8(ascii: "<"), !Self.isComment(text, index, range)
        else { continue }
        block.declarations += 1
        if block.declarations > Limit.declarationsOfBlock {
          defuse(index, number, "too many declarations ('<?', '<!') in one paragraph")
        }
      case UInt8(ascii: ")") where isLong:
        parentheses += 1
        guard parentheses > Limit.parenthesesOfWord else { continue }
        defuse(index, number, "a word with too many ')'", with: UInt8(ascii: " "))
        parentheses = 0
      case UInt8(ascii: "/") where isLong, UInt8(ascii: ".") where isLong:
        // `://` and `www.`: for each the library reads on to the end of the word.
        guard index >= range.lowerBound + 2, Self.isAddress(text, index) else { continue }
        addresses += 1
        guard addresses > Limit.addressesOfWord else { continue }
        defuse(index, number, "a word with too many addresses", with: UInt8(ascii: " "))
        addresses = 0
      case UInt8(ascii: "<"): parentheses = 0
      case 0x20, 0x09: (parentheses, addresses) = (0, 0)
      default: break
      }
    }
  }

  private static func isAddress(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    if text[index] == UInt8(ascii: "/") {
      return text[index - 1] == UInt8(ascii: "/") && text[index - 2] == UInt8(ascii: ":")
    }
    return text[index - 1] | 0x20 == UInt8(ascii: "w") && text[index - 2] | 0x20 == UInt8(ascii: "w")
  }

  private static func isComment(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ range: Range<Int>) -> Bool {
    index + 1 < range.upperBound && text[index + 1] == UInt8(ascii: "-")
  }
}
