extension Language {
  static let scala = Language("Scala", ["scala", "sbt"]) { scalaGrammar.lex(&$0) }

  private static let scalaGrammar = Grammar(
    [
      Words(.kn, "import package", next: .nn), Words(.kd, "class trait object", next: .nc),
      Words(.kd, "def", next: .nf),
      Words(.kd, "val var type given enum"),
      Words(.k, "abstract case catch do else extends final finally for forSome if implicit lazy match new override"),
      Words(
        .k, "private protected return sealed super this throw try while with yield then end export extension using"),
      Words(.kc, "true false null"),
      Words(.kt, "Boolean Byte Char Double Float Int Long Short String Any Unit Nothing"),
    ],
    [
      .line("//"), .block("/*", "*/", nests: true),
      .string("\"\"\"", nil, .s, escape: .none, hole: .dollar, isMultiline: true),
      .string("\"", nil, .s, hole: .dollar), .string("'", nil, .sc), .sigil("@", .nd),
    ],
    Grammar.Options(
      operators: ByteSet("+-*/%=<>!&|^~?:#"), prefix: ByteSet("sf"), holePrefix: ByteSet("sf"),
      namespace: ByteSet("._*")))
}
