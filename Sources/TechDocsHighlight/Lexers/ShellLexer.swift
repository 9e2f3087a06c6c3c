/// Reads the languages of shells: words, variables, substitutions, here-documents.
struct ShellLexer {
  /// What is open around the code that is read.
  private enum Frame { case root, quote, curly, parenthesis, math, backtick }

  private let words: WordSet.Table
  private var frame = Frame.root
  private var outer: [Frame] = []
  private var heredoc: Heredoc?
  /// Whether no apostrophe follows: looked for in vain once, never again.
  private var hasNoApostrophe = false

  init(words: WordSet.Table) { self.words = words }

  mutating func run(_ scanner: inout CodeScanner) {
    if scanner.at == 0, scanner.has("#!", at: 0) { scanner.take(.ch, to: scanner.lineEnd(from: 0)) }
    while !scanner.isAtEnd {
      let byte = scanner.code[scanner.at]
      switch frame {
      case .quote: quoted(&scanner)
      case .curly: curly(byte, &scanner)
      case .math: math(byte, &scanner)
      default: command(byte, &scanner)
      }
    }
  }

  private static let wordEnd = ByteSet("= \t\r\n[]{}()$\"'`\\<>&|;")
  private static let operators = ByteSet("[]{}(=")
  private static let deepest = 64

  private mutating func open(_ frame: Frame, _ kind: TokenKind, _ count: Int, _ scanner: inout CodeScanner) {
    scanner.take(kind, count: count)
    guard outer.count < Self.deepest else { return }
    outer.append(self.frame)
    self.frame = frame
  }

  private mutating func close(_ kind: TokenKind, _ count: Int, _ scanner: inout CodeScanner) {
    scanner.take(kind, count: count)
    frame = outer.popLast() ?? .root
  }

  @inline(__always)
  private mutating func command(_ byte: UInt8, _ scanner: inout CodeScanner) {
    switch byte {
    case 0x20, 0x09, 0x0D: scanner.take(.plain, count: 1)
    case 0x0A: newline(&scanner)
    case UInt8(ascii: "#"): scanner.take(.c1, to: scanner.lineEnd(from: scanner.at))
    case UInt8(ascii: "$"): dollar(&scanner)
    case UInt8(ascii: "\""): open(.quote, .s2, 1, &scanner)
    case UInt8(ascii: "'"): apostrophe(&scanner)
    case UInt8(ascii: "\\"): scanner.take(.se, count: 2)
    case UInt8(ascii: "`"): frame == .backtick ? close(.sb, 1, &scanner) : open(.backtick, .sb, 1, &scanner)
    case UInt8(ascii: ")"): frame == .parenthesis ? close(.k, 1, &scanner) : scanner.take(.o, count: 1)
    case UInt8(ascii: "<"): less(&scanner)
    case UInt8(ascii: "&"), UInt8(ascii: "|"):
      let isDouble = scanner[scanner.at + 1] == byte
      scanner.take(isDouble ? .o : .p, count: isDouble ? 2 : 1)
    case UInt8(ascii: ";"): scanner.take(.p, count: 1)
    case UInt8(ascii: ">"): scanner.take(.plain, count: 1)
    case _ where Self.operators.contains(byte): scanner.take(.o, count: 1)
    default: word(&scanner)
    }
  }

  private mutating func newline(_ scanner: inout CodeScanner) {
    scanner.take(.plain, count: 1)
    if let begun = heredoc {
      heredoc = nil
      begun.body(&scanner)
    }
  }

  private func word(_ scanner: inout CodeScanner) {
    let start = scanner.at
    let end = scanner.find(Self.wordEnd, from: start)
    let name = scanner.skip(.word, from: start)
    if name == end, scanner.code[start] < 0x80 {
      var equals = scanner.skipBlanks(from: end)
      if scanner[equals] == UInt8(ascii: "+") { equals += 1 }
      if scanner[equals] == UInt8(ascii: "=") { return scanner.take(.nv, to: end) }
      if scanner.skip(.digits, from: start) == end { return scanner.take(.mi, to: end) }
      if let known = words.find(scanner.code + start, end - start), isWhole(known.kind, end, scanner) {
        return scanner.take(known.kind, to: end)
      }
    }
    scanner.take(.plain, to: max(end, start + 1))
  }

  /// Whether a known word ends as it must: a built-in stands alone.
  private func isWhole(_ kind: TokenKind, _ end: Int, _ scanner: borrowing CodeScanner) -> Bool {
    let next = scanner[end]
    if kind == .k { return next != UInt8(ascii: "$") }
    return next <= 0x20 || next == UInt8(ascii: ")") || next == UInt8(ascii: "`") || next == UInt8(ascii: ";")
  }

  private mutating func dollar(_ scanner: inout CodeScanner) {
    let next = scanner[scanner.at + 1]
    switch next {
    case UInt8(ascii: "(") where scanner[scanner.at + 2] == UInt8(ascii: "("): open(.math, .k, 3, &scanner)
    case UInt8(ascii: "("): open(.parenthesis, .k, 2, &scanner)
    case UInt8(ascii: "{"): open(.curly, .si, scanner[scanner.at + 2] == UInt8(ascii: "#") ? 3 : 2, &scanner)
    case UInt8(ascii: "'") where frame != .quote: apostrophe(&scanner)
    case UInt8(ascii: "\"") where frame != .quote: open(.quote, .s2, 2, &scanner)
    case _ where ByteSet.digits.contains(next) || Self.specialNames.contains(next): scanner.take(.nv, count: 2)
    case _ where ByteSet.letters.contains(next) || next == UInt8(ascii: "_"):
      scanner.take(.nv, to: scanner.skip(.word, from: scanner.at + 1))
    default: scanner.take(frame == .quote ? .s2 : .plain, count: 1)
    }
  }

  private static let specialNames = ByteSet("#$?!_*@-")

  private mutating func apostrophe(_ scanner: inout CodeScanner) {
    let isEscaped = scanner.code[scanner.at] == UInt8(ascii: "$")
    var at = scanner.at + (isEscaped ? 2 : 1)
    if !hasNoApostrophe {
      while at < scanner.end, scanner.code[at] != UInt8(ascii: "'") {
        at += isEscaped && scanner.code[at] == UInt8(ascii: "\\") ? 2 : 1
      }
      if at < scanner.end { return scanner.take(.s1, to: at + 1) }
    }
    hasNoApostrophe = true
    scanner.take(.plain, count: isEscaped ? 2 : 1)
  }

  private mutating func less(_ scanner: inout CodeScanner) {
    let start = scanner.at
    guard scanner.has("<<", at: start) else { return scanner.take(.plain, count: 1) }
    if scanner.has("<<<", at: start) { return scanner.take(.o, count: 3) }
    var at = start + (scanner[start + 2] == UInt8(ascii: "-") ? 3 : 2)
    at = scanner.skipBlanks(from: at)
    let quotes = ByteSet("'\"\\")
    if quotes.contains(scanner[at]) { at += 1 }
    let end = scanner.skip(.word, from: at)
    guard end > at else { return scanner.take(.o, count: 2) }
    heredoc = Heredoc(word: at..<end, kind: .s)
    scanner.take(.s, to: quotes.contains(scanner[end]) ? end + 1 : end)
  }

  private mutating func quoted(_ scanner: inout CodeScanner) {
    var at = scanner.at
    while at < scanner.end {
      switch scanner.code[at] {
      case UInt8(ascii: "\""):
        scanner.take(.s2, to: at)
        return close(.s2, 1, &scanner)
      case UInt8(ascii: "\\"): at += 2
      case UInt8(ascii: "$"):
        scanner.take(.s2, to: at)
        return dollar(&scanner)
      case UInt8(ascii: "`") where !outer.contains(.backtick):
        scanner.take(.s2, to: at)
        return open(.backtick, .sb, 1, &scanner)
      default: at += 1
      }
    }
    scanner.take(.s2, to: scanner.end)
  }

  private mutating func curly(_ byte: UInt8, _ scanner: inout CodeScanner) {
    switch byte {
    case UInt8(ascii: "}"): close(.si, 1, &scanner)
    case UInt8(ascii: ":") where scanner[scanner.at + 1] == UInt8(ascii: "-"): scanner.take(.k, count: 2)
    case _ where ByteSet.word.contains(byte): scanner.take(.nv, to: scanner.skip(.word, from: scanner.at))
    case UInt8(ascii: "$"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "\\"), 0x0A:
      command(byte, &scanner)
    default: scanner.take(.p, count: 1)
    }
  }

  private mutating func math(_ byte: UInt8, _ scanner: inout CodeScanner) {
    switch byte {
    case UInt8(ascii: ")") where scanner[scanner.at + 1] == byte: close(.k, 2, &scanner)
    case _ where ByteSet.digits.contains(byte): scanner.take(.mi, to: scanner.skip(.word, from: scanner.at))
    case _ where ByteSet.word.contains(byte): scanner.take(.nv, to: scanner.skip(.word, from: scanner.at))
    case _ where Self.mathOperators.contains(byte): scanner.take(.o, count: 1)
    default: command(byte, &scanner)
    }
  }

  private static let mathOperators = ByteSet("+-*/%^|&<>=")
}
