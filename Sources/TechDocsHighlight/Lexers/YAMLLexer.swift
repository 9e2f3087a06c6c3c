/// Reads YAML line by line; knows the column of the key or dash that a value belongs to.
struct YAMLLexer {
  /// The column of the innermost key or dash before the value; -1 at the document's start.
  private var parent = -1
  /// Brackets that are open, innermost in the lowest bit: 1 for a mapping.
  var brackets: UInt64 = 0
  var depth = 0

  mutating func run(_ scanner: inout CodeScanner) {
    while !scanner.isAtEnd { line(&scanner) }
  }

  private mutating func line(_ scanner: inout CodeScanner) {
    let start = scanner.at
    if depth > 0 { return flow(&scanner) }
    parent = -1
    if scanner.has("---", at: start) || scanner.has("...", at: start), scanner[start + 3] <= 0x20 {
      scanner.take(.nn, count: 3)
    } else if scanner.has("%YAML", at: start) || scanner.has("%TAG", at: start) {
      scanner.take(.nt, to: scanner.lineEnd(from: start))
    }
    indicators(from: start, &scanner)
    value(lineStart: start, &scanner)
    if depth == 0, scanner[scanner.at] == 0x0A { scanner.take(.plain, count: 1) }
  }

  /// `- ` and `? ` before a node.
  private mutating func indicators(from lineStart: Int, _ scanner: inout CodeScanner) {
    scanner.take(.plain, to: scanner.skipBlanks(from: scanner.at))
    while Self.indicator.contains(scanner[scanner.at]), scanner[scanner.at + 1] <= 0x20, !scanner.isAtEnd {
      parent = scanner.at - lineStart
      scanner.take(.p, count: 1)
      scanner.take(.plain, to: scanner.skipBlanks(from: scanner.at))
    }
  }

  private static let indicator = ByteSet("-?:")
  private static let keyEnd = ByteSet(":#,?[]{}\"'\n")
  private static let tagPart = ByteSet.word.union(ByteSet("#;/?:@&=+$,.!~*'()[]<>%-"))
  private static let anchorPart = ByteSet.word.union(ByteSet("-."))

  /// Everything behind the indicators, up to the line's end or to where a bracket goes on with the next line.
  private mutating func value(lineStart: Int, _ scanner: inout CodeScanner) {
    while !scanner.isAtEnd, depth == 0 {
      let at = scanner.at
      switch scanner.code[at] {
      case 0x0A: return
      case 0x20, 0x09, 0x0D: scanner.take(.plain, to: max(at + 1, scanner.skipBlanks(from: at)))
      case UInt8(ascii: "#"): return scanner.take(.c1, to: scanner.lineEnd(from: at))
      case UInt8(ascii: "!"): scanner.take(.kt, to: scanner.skip(Self.tagPart, from: at + 1))
      case UInt8(ascii: "&"): scanner.take(.nl, to: scanner.skip(Self.anchorPart, from: at + 1))
      case UInt8(ascii: "*") where Self.anchorPart.contains(scanner[at + 1]):
        scanner.take(.nv, to: scanner.skip(Self.anchorPart, from: at + 1))
      case UInt8(ascii: "\""), UInt8(ascii: "'"): Self.quoted(&scanner)
      case UInt8(ascii: "["), UInt8(ascii: "{"): flow(&scanner)
      case UInt8(ascii: "|"), UInt8(ascii: ">"): if blockScalar(&scanner) { return }
      case UInt8(ascii: ":") where scanner[at + 1] <= 0x20: scanner.take(.p, count: 1)
      default: if !key(lineStart, &scanner) { plainScalar(&scanner) }
      }
    }
  }

  private mutating func key(_ lineStart: Int, _ scanner: inout CodeScanner) -> Bool {
    let start = scanner.at
    guard let at = Self.colon(from: start, scanner), at > start else { return false }
    parent = start - lineStart
    scanner.take(.nt, to: at)
    scanner.take(.p, to: at + 1)
    return true
  }

  /// Text without quotes, and its further lines: those that are indented deeper than what it belongs to.
  private func plainScalar(_ scanner: inout CodeScanner) {
    scanner.take(.l, to: max(scanner.at + 1, Self.plainEnd(scanner.at, scanner)))
    while scanner[scanner.at] == 0x0A {
      var next = scanner.at
      while scanner[next] == 0x0A, next < scanner.end { next = scanner.skipBlanks(from: next + 1) }
      guard next < scanner.end, isContinuation(next, scanner) else { return }
      scanner.take(.plain, to: next)
      scanner.take(.l, to: max(next + 1, Self.plainEnd(next, scanner)))
    }
  }

  /// Whether a line whose text begins at an offset goes on with the scalar above.
  private func isContinuation(_ start: Int, _ scanner: borrowing CodeScanner) -> Bool {
    var column = 0
    while start - column > 0, scanner.code[start - column - 1] != 0x0A { column += 1 }
    guard column > parent, parent >= 0, scanner[start] != UInt8(ascii: "#") else { return false }
    if Self.indicator.contains(scanner[start]), scanner[start + 1] <= 0x20 { return false }
    return Self.colon(from: start, scanner) == nil
  }

  /// The colon behind a key that begins at an offset; nil when none is there.
  private static func colon(from start: Int, _ scanner: borrowing CodeScanner) -> Int? {
    var at = scanner.find(keyEnd, from: start)
    while scanner[at] == UInt8(ascii: ":"), scanner[at + 1] > 0x20 { at = scanner.find(keyEnd, from: at + 1) }
    return scanner[at] == UInt8(ascii: ":") ? at : nil
  }

  /// Where text without quotes ends on its line: before ` #`, before `: `, without the blanks at its end.
  private static func plainEnd(_ start: Int, _ scanner: borrowing CodeScanner) -> Int {
    var at = start, end = start
    while at < scanner.end, scanner.code[at] != 0x0A {
      let byte = scanner.code[at]
      if byte == UInt8(ascii: ":"), scanner[at + 1] <= 0x20 { return end }
      if byte == UInt8(ascii: "#"), at > start, scanner.code[at - 1] <= 0x20 { return end }
      at += 1
      if byte > 0x20 { end = at }
    }
    return end
  }

  /// `|` or `>` and the lines below that are indented deeper; false when something else follows on the line.
  private func blockScalar(_ scanner: inout CodeScanner) -> Bool {
    let header = scanner.skip(ByteSet("+-123456789"), from: scanner.at + 1)
    let rest = scanner.skipBlanks(from: header)
    guard scanner[rest] <= 0x20 || scanner[rest] == UInt8(ascii: "#") else {
      scanner.take(.p, count: 1)
      return false
    }
    scanner.take(.p, to: header)
    scanner.take(.plain, to: rest)
    scanner.take(.c1, to: scanner.lineEnd(from: rest))
    while scanner[scanner.at] == 0x0A {
      var next = scanner.at
      while scanner[next] == 0x0A, next < scanner.end { next = Self.skipSpaces(next + 1, scanner) }
      var column = 0
      while next - column > 0, scanner.code[next - column - 1] != 0x0A { column += 1 }
      guard next < scanner.end, column > parent else { return true }
      scanner.take(.plain, to: next)
      scanner.take(.no, to: scanner.lineEnd(from: next))
    }
    return true
  }

  private static func skipSpaces(_ offset: Int, _ scanner: borrowing CodeScanner) -> Int {
    var at = offset
    while scanner[at] == 0x20 { at += 1 }
    return at
  }
}
