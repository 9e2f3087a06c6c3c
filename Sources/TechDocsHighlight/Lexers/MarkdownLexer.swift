/// Reads Markdown: headings, lists, quotes, fences with code, and marks in a line.
struct MarkdownLexer {
  /// No closing mark of this kind follows on the line before this offset: looked for in vain once.
  private var barren: [UInt8: Int] = [:]

  mutating func run(_ scanner: inout CodeScanner) {
    while !scanner.isAtEnd { line(&scanner) }
  }

  private static let hash = ByteSet("#")
  private static let inlineMark = ByteSet("\\`*_~[!@\n")
  private static let numberEnd = ByteSet.digits

  private mutating func line(_ scanner: inout CodeScanner) {
    let start = scanner.at, end = scanner.lineEnd(from: start)
    let first = scanner.skipBlanks(from: start)
    let byte = scanner[first]
    if byte == UInt8(ascii: "#"), first == start {
      let level = scanner.skip(Self.hash, from: first) - first
      scanner.take(level == 1 ? .gh : .gu, to: end)
    } else if scanner.has("```", at: first) || scanner.has("~~~", at: first) {
      return fence(byte, first, end, &scanner)
    } else {
      scanner.take(.plain, to: first)
      marker(byte, first, end, &scanner)
      inline(to: end, &scanner)
    }
    scanner.take(.plain, to: min(end + 1, scanner.end))
  }

  private func marker(_ byte: UInt8, _ first: Int, _ end: Int, _ scanner: inout CodeScanner) {
    let digits = scanner.skip(.digits, from: first)
    if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*"), scanner[first + 1] == 0x20 {
      scanner.take(.k, count: 1)
      if scanner[first + 2] == UInt8(ascii: "["), scanner[first + 4] == UInt8(ascii: "]"), first + 5 <= end {
        scanner.take(.k, to: first + 5)
      }
    } else if byte == UInt8(ascii: ">") {
      scanner.take(.k, count: 1)
      scanner.take(.ge, to: end)
    } else if digits > first, scanner[digits] == UInt8(ascii: "."), scanner[digits + 1] == 0x20 {
      scanner.take(.k, to: digits + 1)
    }
  }

  /// Fenced code in its own language.
  private func fence(_ byte: UInt8, _ first: Int, _ end: Int, _ scanner: inout CodeScanner) {
    let marks = byte == UInt8(ascii: "`") ? Self.ticks : Self.tildes
    let length = scanner.skip(marks, from: first) - first
    // Before the name may stand a blank, or `{ .`.
    let start = min(end, scanner.skip(Self.infoStart, from: first + length))
    let name = scanner.skip(Self.infoName, from: start)
    scanner.take(.sb, to: name)
    scanner.take(.plain, to: min(end + 1, scanner.end))
    let bytes = UnsafeBufferPointer(start: scanner.code + start, count: min(name - start, 40))
    let language = Languages.named(String(decoding: bytes, as: UTF8.self))
    var at = scanner.at
    while at < scanner.end {
      let line = scanner.lineEnd(from: at), mark = scanner.skipBlanks(from: at)
      let close = scanner.skip(marks, from: mark)
      if close - mark >= length, scanner.skipBlanks(from: close) >= line { break }
      at = line + 1
    }
    at = min(at, scanner.end)
    if let language {
      scanner.embed(language, to: at)
    } else {
      scanner.take(start == name ? .sb : .plain, to: at)
    }
    let line = scanner.lineEnd(from: at)
    scanner.take(.sb, to: line)
    scanner.take(.plain, to: min(line + 1, scanner.end))
  }

  private static let infoStart = ByteSet(" {.")
  private static let infoName = ByteSet.word.union(ByteSet("-+#"))
  private static let ticks = ByteSet("`")
  private static let tildes = ByteSet("~")

  private mutating func inline(to end: Int, _ scanner: inout CodeScanner) {
    while scanner.at < end {
      scanner.take(.plain, to: min(end, scanner.find(Self.inlineMark, from: scanner.at)))
      guard scanner.at < end else { return }
      let byte = scanner.code[scanner.at]
      switch byte {
      case UInt8(ascii: "\\"): scanner.take(.plain, count: 2)
      case UInt8(ascii: "`"): if !paired(byte, 1, .sb, end, &scanner) { scanner.take(.plain, count: 1) }
      case UInt8(ascii: "*"), UInt8(ascii: "_"):
        let isDouble = scanner[scanner.at + 1] == byte
        if !paired(byte, isDouble ? 2 : 1, isDouble ? .gs : .ge, end, &scanner) { scanner.take(.plain, count: 1) }
      case UInt8(ascii: "["): if !link(end, &scanner) { scanner.take(.plain, count: 1) }
      case UInt8(ascii: "@"): scanner.take(.ne, to: max(scanner.at + 1, scanner.skip(.word, from: scanner.at + 1)))
      default: scanner.take(.plain, count: 1)
      }
    }
  }

  /// Text between two marks of so many bytes; false when no second one follows on the line.
  private mutating func paired(
    _ byte: UInt8, _ count: Int, _ kind: TokenKind, _ end: Int, _ scanner: inout CodeScanner
  ) -> Bool {
    let start = scanner.at + count
    guard scanner.at >= barren[byte] ?? 0, scanner[start] > 0x20 || byte == UInt8(ascii: "`") else { return false }
    var at = start
    while at < end, scanner.code[at] != byte { at += 1 }
    guard at < end, at > start, count == 1 || scanner[at + 1] == byte else {
      if at >= end { barren[byte] = end }
      return false
    }
    scanner.take(kind, to: min(at + count, end))
    return true
  }

  /// `[text](target)`.
  private mutating func link(_ end: Int, _ scanner: inout CodeScanner) -> Bool {
    let start = scanner.at
    guard start >= barren[UInt8(ascii: "[")] ?? 0 else { return false }
    var close = start
    while close < end, scanner.code[close] != UInt8(ascii: "]") { close += 1 }
    var target = close
    while target < end, scanner.code[target] != UInt8(ascii: ")") { target += 1 }
    guard close < end, scanner[close + 1] == UInt8(ascii: "("), target < end else {
      if close >= end || target >= end { barren[UInt8(ascii: "[")] = end }
      return false
    }
    scanner.take(.plain, count: 1)
    scanner.take(.nt, to: close)
    scanner.take(.plain, to: close + 2)
    scanner.take(.na, to: target)
    scanner.take(.plain, to: target + 1)
    return true
  }
}
