extension Language {
  static let lua = Language("Lua", ["lua", "luau"]) { luaGrammar.lex(&$0) }

  private static let luaGrammar = Grammar(
    [
      Words(.kr, "break do else elseif end for if in repeat return then until while goto"), Words(.kd, "local"),
      Words(.kr, "function", next: .nf), Words(.kc, "true false nil"), Words(.ow, "and or not"),
      Words(
        .nb, "_G _VERSION assert collectgarbage dofile error getmetatable ipairs load loadfile next pairs pcall print"),
      Words(
        .nb,
        "rawequal rawget rawlen rawset require select setmetatable tonumber tostring type xpcall coroutine debug io"),
      Words(.nb, "math os package string table utf8 unpack module"),
    ],
    [
      .other(.longBracket, "--[", .cm), .line("--"), .other(.longBracket, "[", .s), .string("\"", nil, .s2),
      .string("'", nil, .s1), .line("#!", .cp),
    ], Grammar.Options(operators: ByteSet("+-*/%^&|#=<>~"), punctuation: ByteSet("()[]{},;.:"), name: .nv, call: .nf))
}
