extension Language {
  static let yaml = Language("YAML", ["yaml", "yml"]) { scanner in
    var lexer = YAMLLexer()
    lexer.run(&scanner)
  }
}
