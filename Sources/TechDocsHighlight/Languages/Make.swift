extension Language {
  static let make = Language("Makefile", ["make", "makefile", "mf", "bsdmake"]) { scanner in
    while !scanner.isAtEnd { makeLine(&scanner) }
  }

  private static let makeDirectives = WordSet([
    Words(.cp, "ifeq ifneq ifdef ifndef else endif include -include sinclude define endef vpath undefine override")
  ])
  private static let makeNameEnd = ByteSet(":=\n# \t")
  private static let makeSign = ByteSet("!?:+")

  private static func makeLine(_ scanner: inout CodeScanner) {
    let start = scanner.at, end = continuedLine(from: start, scanner)
    let first = scanner.skipBlanks(from: start)
    let word = scanner.skip(ByteSet.word.union(ByteSet("-")), from: first)
    if scanner[first] == UInt8(ascii: "#") {
      scanner.take(.c, to: end)
    } else if makeDirectives.withTable({ $0.find(scanner.code + first, word - first) }) != nil {
      scanner.take(.cp, to: end)
    } else if first > start {
      scanner.take(.plain, to: first)
      scanner.embed(.bash, to: end)
    } else {
      if scanner.has("export ", at: start) { scanner.take(.k, count: 6) }
      statement(to: end, &scanner)
    }
    scanner.take(.plain, to: min(end + 1, scanner.end))
  }

  /// An assignment, or targets and what they need.
  private static func statement(to end: Int, _ scanner: inout CodeScanner) {
    let start = scanner.skipBlanks(from: scanner.at)
    scanner.take(.plain, to: start)
    var sign = scanner.find(makeNameEnd, from: start)
    let name = sign
    sign = scanner.skipBlanks(from: sign)
    let signs = scanner.skip(makeSign, from: sign)
    if scanner[signs] == UInt8(ascii: "=") {
      scanner.take(.nv, to: name)
      scanner.take(.plain, to: sign)
      scanner.take(.o, to: signs + 1)
      return scanner.embed(.bash, to: end)
    }
    var colon = start
    while colon < end, scanner.code[colon] != UInt8(ascii: ":"), scanner.code[colon] != 0x0A { colon += 1 }
    guard colon < end, scanner.code[colon] == UInt8(ascii: ":") else { return expansions(.plain, to: end, &scanner) }
    scanner.take(.nf, to: colon)
    scanner.take(.o, to: scanner.skip(ByteSet(":"), from: colon))
    expansions(.n, to: end, &scanner)
  }

  /// Words and `$(variables)` behind a colon.
  private static func expansions(_ kind: TokenKind, to end: Int, _ scanner: inout CodeScanner) {
    while scanner.at < end {
      let at = scanner.at, byte = scanner.code[at]
      if byte == UInt8(ascii: "$"), scanner[at + 1] == UInt8(ascii: "(") || scanner[at + 1] == UInt8(ascii: "{") {
        scanner.take(.k, count: 2)
        scanner.take(.nv, to: min(end, scanner.find(ByteSet(")} \n"), from: scanner.at)))
        if scanner[scanner.at] == UInt8(ascii: ")") || scanner[scanner.at] == UInt8(ascii: "}") {
          scanner.take(.k, count: 1)
        }
      } else if byte == UInt8(ascii: "#") {
        scanner.take(.c, to: end)
      } else if ByteSet.word.contains(byte) {
        scanner.take(kind, to: min(end, scanner.skip(ByteSet.letters.union(ByteSet("_")), from: at + 1)))
      } else {
        scanner.take(.plain, count: 1)
      }
    }
  }

  private static func continuedLine(from start: Int, _ scanner: borrowing CodeScanner) -> Int {
    var end = scanner.lineEnd(from: start)
    while end < scanner.end, end > start, scanner.code[end - 1] == UInt8(ascii: "\\") {
      end = scanner.lineEnd(from: end + 1)
    }
    return end
  }
}
