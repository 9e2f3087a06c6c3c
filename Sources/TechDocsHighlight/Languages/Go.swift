extension Language {
  static let go = Language("Go", ["go", "golang"]) { goGrammar.lex(&$0) }

  private static let goGrammar = Grammar(
    [
      Words(.kn, "import package"), Words(.kd, "var struct map chan type interface const"), Words(.kd, "func"),
      Words(.k, "break default select case defer go else goto switch fallthrough if range continue for return"),
      Words(.kc, "true false iota nil"),
      Words(
        .kt, "uint uint8 uint16 uint32 uint64 int int8 int16 int32 int64 float float32 float64 complex64 complex128"),
      Words(.kt, "byte rune string bool error uintptr any comparable"),
      Words(
        .nb, "print println panic recover close complex real imag len cap append copy delete new make clear min max"),
    ],
    [
      .line("//"), .block("/*", "*/"), .string("`", nil, .s, escape: .none, isMultiline: true), .string("\""),
      .string("'", nil, .sc),
    ],
    Grammar.Options(
      operators: ByteSet("+-*/%&~=!<>^|"), punctuation: ByteSet("()[]{}.,;:"), name: .nx, member: .nx, call: .nf))
}
