extension Language {
  static let sql = Language(
    "SQL",
    [
      "sql", "mysql", "postgresql", "postgres", "plpgsql", "psql", "sqlite", "sqlite3", "tsql", "t-sql", "plsql",
      "bigquery",
    ]
  ) { sqlGrammar.lex(&$0) }

  private static let sqlGrammar = Grammar(
    SQLWordTable.words,
    [
      .line("--"), .block("/*", "*/", nests: true), .string("'", nil, .s1, escape: .doubled, isMultiline: true),
      .string("\"", nil, .ss, escape: .doubled, isMultiline: true), .string("`", nil, .n, escape: .doubled),
      .string("$$", nil, .s, escape: .none, isMultiline: true),
    ],
    Grammar.Options(
      operators: ByteSet("+-*/%=<>!&|^~?@#"), punctuation: ByteSet("()[]{},;.:"), member: nil, isCaseless: true))
}
