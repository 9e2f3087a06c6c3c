extension Language {
  static let csharp = Language("C#", ["csharp", "c#", "cs"]) { csharpGrammar.lex(&$0) }

  private static let csharpGrammar = Grammar(
    [
      Words(.k, "namespace using", next: .nn), Words(.k, "class struct interface enum record delegate", next: .nc),
      Words(.k, "abstract as async await base break case catch checked const continue default do else event explicit"),
      Words(
        .k, "extern false finally fixed for foreach goto if implicit in init internal is let lock new null on operator"),
      Words(
        .k, "out override params partial private protected public readonly ref required return sealed sizeof stackalloc"
      ),
      Words(
        .k, "static switch this throw true try typeof unchecked unsafe virtual void while get set add remove where when"
      ),
      Words(
        .k, "yield alias select from into join orderby group by ascending descending file scoped with nameof not and or"
      ),
      Words(
        .kt, "bool byte char decimal double dynamic float int long object sbyte short string uint ulong ushort var nint"
      ),
    ],
    [
      .line("//"), .block("/*", "*/"), .other(.directive, "#", .cp),
      .string("\"\"\"", nil, .s, escape: .none, isMultiline: true),
      .string("$@\"", "\"", .s, escape: .doubled, isMultiline: true),
      .string("@\"", "\"", .s, escape: .doubled, isMultiline: true), .string("$\"", "\"", .s, hole: .brace),
      .string("\""), .string("'", nil, .sc),
    ], Grammar.Options(operators: ByteSet("+-*/%=<>!&|^~?"), punctuation: ByteSet("()[]{},;.:@"), call: .nf))
}
