extension Language {
  static let perl = Language("Perl", ["perl", "pl"]) { perlGrammar.lex(&$0) }
  static let r = Language("R", ["r", "splus", "s"]) { rGrammar.lex(&$0) }
  static let julia = Language("Julia", ["julia", "jl"]) { juliaGrammar.lex(&$0) }

  private static let perlGrammar = Grammar(
    [
      Words(
        .k, "case continue do else elsif for foreach if last my next our redo reset then unless until while print new"),
      Words(.k, "BEGIN CHECK INIT END return"), Words(.k, "sub", next: .nf),
      Words(.kn, "package use no require", next: .nn),
      Words(.ow, "eq lt gt le ge ne not and or cmp xor"),
      Words(
        .nb, "abs bless chomp chop chr close defined delete die each eof exists exit grep hex index int join keys lc"),
      Words(
        .nb,
        "length local log map open ord pack pop printf push read ref reverse scalar shift sort splice split sprintf"),
      Words(.nb, "sqrt substr system tr uc undef unshift values wantarray warn"),
    ],
    [
      .line("#"), .block("=pod", "=cut", .sd), .string("\"", nil, .s, hole: .dollar, isMultiline: true),
      .string("'", nil, .s1, isMultiline: true), .string("`", nil, .sb), .other(.heredoc, "<<", .sh),
      .other(.regex, "/", .sr),
      .sigil("$", .nv), .sigil("@", .nv), .sigil("%", .nv),
    ],
    Grammar.Options(wordPart: ByteSet(":"), operators: ByteSet("+-*/%=<>!&|^~?:.\\"), punctuation: ByteSet("()[]{},;")))

  private static let rGrammar = Grammar(
    [
      Words(.kr, "if else for while repeat in next break return switch function"),
      Words(.k, "array category character"),
      Words(.kc, "NULL NA TRUE FALSE T F Inf NaN NA_integer_ NA_character_"),
      Words(.nb, "library require source c list data.frame print paste cat length names"),
    ], [.line("#"), .string("\"", isMultiline: true), .string("'", isMultiline: true), .string("`", nil, .n)],
    Grammar.Options(
      wordPart: ByteSet("."), operators: ByteSet("+-*/%=<>!&|^~?:$@"), punctuation: ByteSet("()[]{},;"), call: .nf))

  private static let juliaGrammar = Grammar(
    [
      Words(
        .k, "begin break catch const continue do else elseif end export finally for global if import in let local macro"
      ),
      Words(.k, "quote return try using while where isa abstract type mutable baremodule"),
      Words(.k, "module", next: .nn),
      Words(.k, "function", next: .nf), Words(.k, "struct", next: .nc), Words(.kc, "true false nothing missing"),
      Words(.kt, "Int Int64 Float64 String Bool Char Any Array Vector Dict Tuple Nothing"),
    ],
    [
      .block("#=", "=#", nests: true), .line("#"), .string("\"\"\"", hole: .dollarParenthesis, isMultiline: true),
      .string("\"", hole: .dollarParenthesis), .string("`", nil, .sb), .sigil("@", .nd), .other(.mark, "::", .o),
      .sigil(":", .ss),
    ], Grammar.Options(wordPart: ByteSet("!"), call: .nf))
}
