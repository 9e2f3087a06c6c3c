extension Language {
  static let groovy = Language("Groovy", ["groovy", "gradle", "jenkinsfile"]) { groovyGrammar.lex(&$0) }

  private static let groovyGrammar = Grammar(
    [
      Words(.kn, "import package", next: .nn), Words(.kd, "class interface enum trait record", next: .nc),
      Words(
        .k, "assert break case catch continue default do else finally for if goto instanceof new return switch this"),
      Words(.k, "throw try while in as"),
      Words(.kd, "abstract const extends final implements native private protected public static strictfp super"),
      Words(.kd, "synchronized throws transient volatile"),
      Words(.kt, "def boolean byte char double float int long short void"),
      Words(.kc, "true false null"),
    ],
    [
      .line("//"), .block("/*", "*/"), .line("#!", .ch), .string("\"\"\"", nil, .s2, hole: .dollar, isMultiline: true),
      .string("'''", nil, .s1, isMultiline: true), .string("\"", nil, .s2, hole: .dollar), .string("'", nil, .s1),
      .other(.regex, "/", .sr), .sigil("@", .nd),
    ], Grammar.Options(wordStart: ByteSet("$"), member: .na, call: .nf, namespace: ByteSet(".*")))
}
