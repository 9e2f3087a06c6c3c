extension Language {
  static let kotlin = Language("Kotlin", ["kotlin", "kt", "kts"]) { kotlinGrammar.lex(&$0) }

  private static let kotlinGrammar = Grammar(
    [
      Words(.kn, "import package", next: .nn), Words(.kd, "class interface object", next: .nc),
      Words(.kd, "fun", next: .nf),
      Words(.kd, "val var typealias", next: .nv), Words(.kd, "constructor init"),
      Words(.k, "abstract actual annotation as break by catch companion const continue crossinline data delegate do"),
      Words(
        .k, "dynamic else enum expect external final finally for get if in infix inline inner internal is lateinit"),
      Words(.k, "noinline open operator out override private protected public reified return sealed set super suspend"),
      Words(.k, "tailrec this throw try vararg when where while value yield"), Words(.kc, "true false null"),
      Words(.kt, "Boolean Byte Char Double Float Int Long Short String Any Unit Nothing"),
    ],
    [
      .line("//"), .block("/*", "*/", nests: true),
      .string("\"\"\"", nil, .s, escape: .none, hole: .dollar, isMultiline: true),
      .string("\"", nil, .s, hole: .dollar), .string("'", nil, .sc), .string("`", nil, .n, escape: .none),
      .sigil("@", .nd),
    ], Grammar.Options(punctuation: ByteSet("()[]{},;.@"), call: .nf, namespace: ByteSet(".*")))
}
