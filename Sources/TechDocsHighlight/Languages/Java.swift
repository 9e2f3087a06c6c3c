extension Language {
  static let java = Language("Java", ["java"]) { javaGrammar.lex(&$0) }

  private static let javaGrammar = Grammar(
    [
      Words(.kn, "import package", next: .nn), Words(.kd, "class interface enum record @interface", next: .nc),
      Words(
        .k, "assert break case catch continue default do else finally for if goto instanceof new return switch this"),
      Words(.k, "throw try while yield"),
      Words(
        .kd, "abstract const extends final implements native private protected public sealed static strictfp super"),
      Words(.kd, "synchronized throws transient volatile var permits non-sealed"),
      Words(.kt, "boolean byte char double float int long short void"), Words(.kc, "true false null"),
    ],
    [
      .line("//"), .block("/*", "*/"), .string("\"\"\"", nil, .s, isMultiline: true), .string("\""),
      .string("'", nil, .sc), .sigil("@", .nd),
    ], Grammar.Options(wordStart: ByteSet("$"), member: .na, call: .nf, namespace: ByteSet(".*")))
}
