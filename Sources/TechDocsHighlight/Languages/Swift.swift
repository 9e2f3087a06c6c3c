extension Language {
  static let swift = Language("Swift", ["swift"]) { swiftGrammar.lex(&$0) }

  private static let swiftGrammar = Grammar(
    [
      Words(.kn, "import", next: .nn), Words(.kd, "class struct enum protocol extension actor typealias", next: .nc),
      Words(.kd, "func", next: .nf),
      Words(.kd, "associatedtype case deinit init internal let macro operator precedencegroup"),
      Words(.kd, "private public package fileprivate open static subscript var"),
      Words(.k, "as async await borrowing break catch consume consuming continue convenience default defer discard do"),
      Words(
        .k, "dynamic each else fallthrough final for guard if in indirect infix inout is isolated lazy left mutating"),
      Words(
        .k, "nonisolated nonmutating optional override postfix prefix repeat required rethrows return right self Self"),
      Words(.k, "some any super switch throw throws try unowned weak where while get set willSet didSet yield"),
      Words(.kc, "true false nil"),
      Words(
        .nb, "Any AnyObject Array Bool Character Dictionary Double Float Int Int8 Int16 Int32 Int64 Never Optional"),
      Words(
        .nb, "Result Set String Substring UInt UInt8 UInt16 UInt32 UInt64 Void print precondition fatalError assert"),
    ],
    [
      .line("//"), .block("/*", "*/", nests: true), .string("\"\"\"", nil, .s, hole: .parenthesis, isMultiline: true),
      .string("\"", nil, .s, hole: .parenthesis), .other(.hashed, "#", .s), .sigil("@", .kd), .sigil("#", .kd),
    ], Grammar.Options(operators: ByteSet("+-*/%=<>!&|^~?"), punctuation: ByteSet("()[]{},;.:"), integer: .mi))
}
