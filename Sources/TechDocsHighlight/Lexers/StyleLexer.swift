/// Reads CSS, SCSS and Less: a statement that a brace follows is a selector, any other a declaration.
struct StyleLexer {
  func lex(_ scanner: inout CodeScanner) {
    while !scanner.isAtEnd {
      if common(&scanner) { continue }
      switch scanner.code[scanner.at] {
      case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"): scanner.take(.p, count: 1)
      case UInt8(ascii: "@"): atRule(&scanner)
      default: statement(&scanner)
      }
    }
  }

  private static let statementEnd = ByteSet("{};")
  private static let name = ByteSet.word.union(ByteSet("-"))
  private static let hexEnd = ByteSet.hexDigits
  private static let operators = ByteSet("~^*!%&$[]()<>|+=@:;,./?-#")

  /// White space, comments and strings; false for anything else.
  private func common(_ scanner: inout CodeScanner) -> Bool {
    let at = scanner.at
    switch scanner.code[at] {
    case 0x00...0x20: scanner.take(.plain, count: 1)
    case UInt8(ascii: "/") where scanner[at + 1] == UInt8(ascii: "*"):
      let end = scanner.firstOffset(of: "*/", from: at + 2, to: scanner.end)
      scanner.take(.c, to: end.map { $0 + 2 } ?? scanner.end)
    case UInt8(ascii: "/") where scanner[at + 1] == UInt8(ascii: "/"): scanner.take(.c1, to: scanner.lineEnd(from: at))
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let quote = scanner.code[at]
      var end = at + 1
      while end < scanner.end, scanner.code[end] != quote, scanner.code[end] != 0x0A {
        end += scanner.code[end] == UInt8(ascii: "\\") ? 2 : 1
      }
      scanner.take(quote == UInt8(ascii: "'") ? .s1 : .s2, to: scanner[end] == quote ? end + 1 : end)
    default: return false
    }
    return true
  }

  private func atRule(_ scanner: inout CodeScanner) {
    scanner.take(.p, count: 1)
    scanner.take(.k, to: scanner.skip(Self.name, from: scanner.at))
    let end = scanner.find(Self.statementEnd, from: scanner.at)
    while scanner.at < end { if !common(&scanner) { selectorPart(&scanner) } }
  }

  private func statement(_ scanner: inout CodeScanner) {
    let end = scanner.find(Self.statementEnd, from: scanner.at)
    if scanner[end] == UInt8(ascii: "{") {
      while scanner.at < end { if !common(&scanner) { selectorPart(&scanner) } }
    } else {
      declaration(to: end, &scanner)
    }
  }

  private func selectorPart(_ scanner: inout CodeScanner) {
    let at = scanner.at, byte = scanner.code[at]
    let isNamed = Self.name.contains(scanner[at + 1])
    switch byte {
    case UInt8(ascii: ":"):
      scanner.take(.p, count: scanner[at + 1] == byte ? 2 : 1)
      scanner.take(.nd, to: scanner.skip(Self.name, from: scanner.at))
    case UInt8(ascii: ".") where isNamed: sign(.nc, &scanner)
    case UInt8(ascii: "#") where isNamed: sign(.nn, &scanner)
    case UInt8(ascii: "$") where isNamed: scanner.take(.nv, to: scanner.skip(Self.name, from: at + 1))
    case _ where Self.name.contains(byte): scanner.take(.nt, to: scanner.skip(Self.name, from: at))
    default: scanner.take(Self.operators.contains(byte) ? .o : .plain, count: 1)
    }
  }

  private func sign(_ kind: TokenKind, _ scanner: inout CodeScanner) {
    scanner.take(.p, count: 1)
    scanner.take(kind, to: scanner.skip(Self.name, from: scanner.at))
  }

  private func declaration(to end: Int, _ scanner: inout CodeScanner) {
    let at = scanner.at
    let byte = scanner.code[at]
    let isVariable = scanner.has("--", at: at) || byte == UInt8(ascii: "$")
    let property = scanner.skip(Self.name, from: at + 1)
    let colon = scanner.skipBlanks(from: property)
    if scanner[colon] == UInt8(ascii: ":"), colon < end {
      scanner.take(isVariable ? .nv : .k, to: property)
      scanner.take(.plain, to: colon)
      scanner.take(.p, to: colon + 1)
    }
    while scanner.at < end { if !common(&scanner) { valuePart(&scanner) } }
  }

  private func valuePart(_ scanner: inout CodeScanner) {
    let at = scanner.at, byte = scanner.code[at]
    switch byte {
    case _ where ByteSet.digits.contains(byte): number(&scanner)
    case UInt8(ascii: ".") where ByteSet.digits.contains(scanner[at + 1]): number(&scanner)
    case UInt8(ascii: "-") where ByteSet.digits.contains(scanner[at + 1]): number(&scanner)
    case UInt8(ascii: "#"): scanner.take(.mh, to: scanner.skip(.word, from: at + 1))
    case UInt8(ascii: "!"): scanner.take(.cp, to: scanner.skip(Self.name, from: at + 1))
    case UInt8(ascii: "$"), UInt8(ascii: "-"): scanner.take(.nv, to: scanner.skip(Self.name, from: at + 1))
    case _ where Self.name.contains(byte): word(&scanner)
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"):
      scanner.take(.p, count: 1)
    default: scanner.take(Self.operators.contains(byte) ? .o : .plain, count: 1)
    }
  }

  private func number(_ scanner: inout CodeScanner) {
    let start = scanner.at
    var end = scanner.skip(.digits, from: start + 1), isFloat = scanner.code[start] == UInt8(ascii: ".")
    if scanner[end] == UInt8(ascii: "."), ByteSet.digits.contains(scanner[end + 1]) {
      isFloat = true
      end = scanner.skip(.digits, from: end + 1)
    }
    scanner.take(isFloat ? .mf : .mi, to: end)
    scanner.take(.kt, to: scanner[end] == UInt8(ascii: "%") ? end + 1 : scanner.skip(.letters, from: end))
  }

  /// A function, an address, or a word of the language.
  private func word(_ scanner: inout CodeScanner) {
    let start = scanner.at, end = scanner.skip(Self.name, from: start)
    guard scanner[end] == UInt8(ascii: "(") else { return scanner.take(.kc, to: end) }
    let isAddress = scanner.has("url(", at: start), next = scanner[end + 1]
    scanner.take(.nf, to: end)
    guard isAddress, next != UInt8(ascii: "\""), next != UInt8(ascii: "'") else { return }
    scanner.take(.p, count: 1)
    scanner.take(.sx, to: scanner.find(Self.addressEnd, from: scanner.at))
  }

  private static let addressEnd = ByteSet(")\n;}")
}
