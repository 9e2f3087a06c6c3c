extension Language {
  static let graphql = Language("GraphQL", ["graphql", "gql", "graphqls"]) { graphqlGrammar.lex(&$0) }

  private static let graphqlGrammar = Grammar(
    [
      Words(
        .k, "type schema extend enum scalar implements interface union input directive repeatable on", next: .plain),
      Words(.k, "query mutation subscription fragment", next: .nf),
      Words(.nb, "true false null Int Float String Boolean ID"),
    ],
    [
      .line("#", .c), .string("\"\"\"", nil, .s, escape: .none, isMultiline: true), .string("\""), .sigil("@", .nd),
      .sigil("$", .nv),
    ], Grammar.Options(operators: ByteSet("=|&"), punctuation: ByteSet("()[]{}<>,;:.!"), type: .nc))
}
