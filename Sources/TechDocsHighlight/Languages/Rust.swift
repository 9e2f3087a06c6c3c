extension Language {
  static let rust = Language("Rust", ["rust", "rs"]) { rustGrammar.lex(&$0) }

  private static let rustGrammar = Grammar(
    [
      Words(
        .k, "as async await box const crate dyn else extern for if impl in loop match move mut pub ref return static"),
      Words(
        .k, "super trait unsafe use where while break continue abstract become do final macro override priv typeof try"),
      Words(.k, "unsized virtual yield self"), Words(.kd, "let"), Words(.k, "mod", next: .nn),
      Words(.k, "fn", next: .nf),
      Words(.k, "struct enum type union", next: .nc), Words(.bp, "Self"), Words(.kc, "true false"),
      Words(.kt, "u8 u16 u32 u64 u128 i8 i16 i32 i64 i128 usize isize f32 f64 char str bool"),
      Words(
        .nb, "Copy Send Sized Sync Unpin Drop Fn FnMut FnOnce AsyncFn drop Box ToOwned Clone PartialEq PartialOrd Eq"),
      Words(
        .nb,
        "Ord AsRef AsMut Into From Default Iterator Extend IntoIterator DoubleEndedIterator ExactSizeIterator Option"),
      Words(.nb, "Some None Result Ok Err String ToString Vec"),
    ],
    [
      .line("///", .sd), .line("//!", .sd), .line("//"), .block("/*", "*/", nests: true), .other(.hashed, "r\"", .s),
      .other(.hashed, "r#", .s), .other(.hashed, "br#", .s), .string("b\"", "\"", .s, isMultiline: true),
      .string("\"", nil, .s, isMultiline: true), .block("#![", "]", .cp), .block("#[", "]", .cp),
      .other(.lifetime, "'", .nl),
    ],
    Grammar.Options(
      operators: ByteSet("+-*/%=<>!&|^~?@"), punctuation: ByteSet("()[]{},;.:#$"), macro: .fm, prefix: ByteSet("b")))
}
