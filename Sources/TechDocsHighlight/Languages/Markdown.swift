extension Language {
  static let markdown = Language("Markdown", ["markdown", "md", "mkd", "mdx"]) { scanner in
    var lexer = MarkdownLexer()
    lexer.run(&scanner)
  }

  static let restructuredText = Language("reStructuredText", ["restructuredtext", "rst", "rest"]) { scanner in
    var lexer = MarkdownLexer()
    lexer.run(&scanner)
  }

  static let tex = Language("TeX", ["tex", "latex"]) { scanner in
    while !scanner.isAtEnd { texToken(&scanner) }
  }

  private static func texToken(_ scanner: inout CodeScanner) {
    let at = scanner.at
    switch scanner.code[at] {
    case UInt8(ascii: "%"): scanner.take(.c, to: scanner.lineEnd(from: at))
    case UInt8(ascii: "\\"):
      let end = scanner.skip(.letters, from: at + 1)
      scanner.take(.k, to: max(end, at + 2))
    case UInt8(ascii: "$"): scanner.take(.s, count: 1)
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"): scanner.take(.nb, count: 1)
    case UInt8(ascii: "&"), UInt8(ascii: "_"), UInt8(ascii: "^"): scanner.take(.nb, count: 1)
    default: scanner.take(.plain, count: 1)
    }
  }
}
