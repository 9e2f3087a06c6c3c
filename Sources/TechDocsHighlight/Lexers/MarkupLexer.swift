/// Reads HTML and XML: text, tags with attributes, comments, and what scripts and style sheets hold.
struct MarkupLexer {
  let isXML: Bool

  func lex(_ scanner: inout CodeScanner) {
    while !scanner.isAtEnd {
      let at = scanner.at
      switch scanner.code[at] {
      case UInt8(ascii: "<"): markup(&scanner)
      case UInt8(ascii: "&"):
        let end = scanner.skip(Self.entityPart, from: at + 1, atMost: 32)
        scanner.take(scanner[end] == UInt8(ascii: ";") ? .ni : .plain, to: max(end + 1, at + 1))
      default: scanner.take(.plain, to: scanner.find(Self.textEnd, from: at))
      }
    }
  }

  private static let textEnd = ByteSet("<&")
  private static let entityPart = ByteSet.letters.union(.digits).union(ByteSet("#"))
  private static let namePart = ByteSet.word.union(ByteSet(":.-"))
  private static let attributePart = ByteSet.word.union(ByteSet(":.-@#*()[]$"))
  private static let space = ByteSet(" \t\r\n")
  private static let bareEnd = ByteSet(" \t\r\n>")

  private func markup(_ scanner: inout CodeScanner) {
    let at = scanner.at
    if scanner.has("<!--", at: at) { return take(.cm, to: "-->", &scanner) }
    if scanner.has("<![CDATA[", at: at) { return take(.cp, to: "]]>", &scanner) }
    if scanner.has("<?", at: at) { return take(.cp, to: "?>", &scanner) }
    if scanner.has("<!", at: at) { return take(.cp, to: ">", &scanner) }
    let isEnd = scanner[at + 1] == UInt8(ascii: "/")
    let name = at + (isEnd ? 2 : 1)
    let end = scanner.skip(Self.namePart, from: name)
    guard end > name else { return scanner.take(.plain, count: 1) }
    scanner.take(isXML ? .nt : .p, to: name)
    scanner.take(.nt, to: end)
    attributes(&scanner)
    if !isXML, !isEnd { content(name..<end, &scanner) }
  }

  private func take(_ kind: TokenKind, to close: StaticString, _ scanner: inout CodeScanner) {
    let end = scanner.firstOffset(of: close, from: scanner.at + 2, to: scanner.end)
    scanner.take(kind, to: end.map { $0 + close.utf8CodeUnitCount } ?? scanner.end)
  }

  /// Everything up to the `>` of a tag.
  private func attributes(_ scanner: inout CodeScanner) {
    while !scanner.isAtEnd {
      let at = scanner.at
      switch scanner.code[at] {
      case 0x00...0x20: scanner.take(.plain, to: max(at + 1, scanner.skip(Self.space, from: at)))
      case UInt8(ascii: ">"): return scanner.take(isXML ? .nt : .p, count: 1)
      case UInt8(ascii: "/"), UInt8(ascii: "?"): scanner.take(isXML ? .nt : .p, count: 1)
      case UInt8(ascii: "<"): return
      case UInt8(ascii: "="):
        scanner.take(isXML ? .na : .o, count: 1)
        value(&scanner)
      case _ where Self.attributePart.contains(scanner.code[at]):
        scanner.take(.na, to: scanner.skip(Self.attributePart, from: at))
      case UInt8(ascii: "\""), UInt8(ascii: "'"): value(&scanner)
      default: scanner.take(.plain, count: 1)
      }
    }
  }

  private func value(_ scanner: inout CodeScanner) {
    scanner.take(.plain, to: scanner.skip(Self.space, from: scanner.at))
    let quote = scanner[scanner.at]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return scanner.take(.s, to: scanner.find(Self.bareEnd, from: scanner.at))
    }
    var end = scanner.at + 1
    while end < scanner.end, scanner.code[end] != quote { end += 1 }
    scanner.take(.s, to: end + 1)
  }

  /// Scripts and style sheets, up to their end tags.
  private func content(_ name: Range<Int>, _ scanner: inout CodeScanner) {
    guard scanner.code[scanner.at - 1] == UInt8(ascii: ">") else { return }
    if name.count == 6, scanner.hasCaseless("script", at: name.lowerBound) {
      scanner.embed(
        .javascript, to: scanner.firstOffset(of: "</script", from: scanner.at, to: scanner.end) ?? scanner.end)
    } else if name.count == 5, scanner.hasCaseless("style", at: name.lowerBound) {
      scanner.embed(.css, to: scanner.firstOffset(of: "</style", from: scanner.at, to: scanner.end) ?? scanner.end)
    }
  }
}
