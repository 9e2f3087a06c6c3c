extension Language {
  static let css = Language("CSS", ["css"]) { StyleLexer().lex(&$0) }
  static let scss = Language("SCSS", ["scss", "sass", "less", "stylus"]) { StyleLexer().lex(&$0) }
}
