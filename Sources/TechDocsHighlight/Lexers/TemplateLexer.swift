/// Reads templates: `{{ value }}`, `{% block %}`, `{# comment #}` in text of another language.
struct TemplateLexer {
  /// What stands around the marks.
  let outer: Language?

  func lex(_ scanner: inout CodeScanner) {
    Self.words.withTable { words in
      while !scanner.isAtEnd {
        let open = Self.opening(from: scanner.at, scanner)
        if let outer { scanner.embed(outer, to: open) } else { scanner.take(.plain, to: open) }
        if open < scanner.end { mark(words, &scanner) }
      }
    }
  }

  private static let words = WordSet([
    Words(.k, "in as reversed recursive not and or is if else import with scoped ignore for endfor endif elif block"),
    Words(
      .k, "endblock extends include macro endmacro set endset call endcall filter endfilter raw endraw from autoescape"),
    Words(.k, "load url comment endcomment trans range end define template"),
    Words(.kp, "true false none True False None nil"),
    Words(.nb, "loop super forloop"),
  ])
  private static let operators = ByteSet("{}()[]+-*/%,:~><=!|.&?;$@")

  private static func opening(from start: Int, _ scanner: borrowing CodeScanner) -> Int {
    var at = start
    while at + 1 < scanner.end {
      let next = scanner.code[at + 1]
      if scanner.code[at] == UInt8(ascii: "{"),
        next == UInt8(ascii: "{") || next == UInt8(ascii: "%") || next == UInt8(ascii: "#")
      {
        return at
      }
      at += 1
    }
    return scanner.end
  }

  private func mark(_ words: WordSet.Table, _ scanner: inout CodeScanner) {
    let at = scanner.at
    if scanner[at + 1] == UInt8(ascii: "#") {
      let end = scanner.firstOffset(of: "#}", from: at + 2, to: scanner.end)
      return scanner.take(.c, to: end.map { $0 + 2 } ?? scanner.end)
    }
    if scanner.has("{{/*", at: at) || scanner.has("{{- /*", at: at) {
      let end = scanner.firstOffset(of: "*/", from: at + 4, to: scanner.end)
      scanner.take(.c, to: end.map { $0 + 2 } ?? scanner.end)
    }
    let isBlock = scanner[at + 1] == UInt8(ascii: "%")
    if scanner.at == at { scanner.take(.cp, count: 2) }
    while !scanner.isAtEnd {
      if scanner.has(isBlock ? "%}" : "}}", at: scanner.at) { return scanner.take(.cp, count: 2) }
      token(words, &scanner)
    }
  }

  private func token(_ words: WordSet.Table, _ scanner: inout CodeScanner) {
    let at = scanner.at, byte = scanner.code[at]
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
      var end = at + 1
      while end < scanner.end, scanner.code[end] != byte { end += scanner.code[end] == UInt8(ascii: "\\") ? 2 : 1 }
      scanner.take(byte == UInt8(ascii: "'") ? .s1 : .s2, to: end + 1)
    case _ where ByteSet.digits.contains(byte): scanner.take(.m, to: scanner.skip(.word, from: at))
    case _ where ByteSet.word.contains(byte):
      let end = scanner.skip(.word, from: at)
      scanner.take(words.find(scanner.code + at, end - at)?.kind ?? .nv, to: end)
    default: scanner.take(Self.operators.contains(byte) ? .o : .plain, count: 1)
    }
  }
}
