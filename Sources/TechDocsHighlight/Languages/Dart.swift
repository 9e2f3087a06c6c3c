extension Language {
  static let dart = Language("Dart", ["dart"]) { dartGrammar.lex(&$0) }
  static let zig = Language("Zig", ["zig"]) { zigGrammar.lex(&$0) }
  static let solidity = Language("Solidity", ["solidity", "sol"]) { solidityGrammar.lex(&$0) }

  private static let dartGrammar = Grammar(
    [
      Words(.k, "import library part export show hide deferred"), Words(.kd, "class enum mixin extension", next: .nc),
      Words(
        .k, "as assert await async break case catch const continue default do else finally for if in is new rethrow"),
      Words(.k, "required return super switch sync this throw try while yield with late"),
      Words(
        .kd, "abstract base covariant extends external factory final get implements interface native operator sealed"),
      Words(.kd, "set static typedef var"), Words(.kc, "true false null"),
      Words(
        .kt, "bool double dynamic int num Function Never Null Object String void List Map Set Iterable Future Stream"),
    ],
    [
      .line("//"), .block("/*", "*/", nests: true), .string("\"\"\"", nil, .s2, hole: .dollar, isMultiline: true),
      .string("'''", nil, .s1, hole: .dollar, isMultiline: true), .string("\"", nil, .s2, hole: .dollar),
      .string("'", nil, .s1, hole: .dollar), .sigil("@", .nd),
    ], Grammar.Options(member: .na, call: .nf))

  private static let zigGrammar = Grammar(
    [
      Words(
        .kr, "break return continue asm defer errdefer unreachable try catch async nosuspend await suspend resume const"
      ),
      Words(
        .kr,
        "var volatile allowzero noalias extern packed pub export callconv align linksection inline noinline comptime"),
      Words(
        .kr, "threadlocal struct enum union error opaque test usingnamespace if else switch while for and or orelse"),
      Words(.kr, "fn", next: .nf), Words(.kc, "true false null undefined"),
      Words(.kt, "bool f16 f32 f64 f128 void type anyerror anytype noreturn usize isize u8 u16 u32 u64 i8 i16 i32 i64"),
    ], [.line("//"), .string("\""), .string("'"), .line("\\\\", .s), .sigil("@", .nb)], Grammar.Options())

  private static let solidityGrammar = Grammar(
    [
      Words(.k, "contract interface library struct enum", next: .nc),
      Words(.k, "function modifier event error", next: .nf),
      Words(
        .k, "abstract anonymous as assembly break catch constant constructor continue delete do else emit external"),
      Words(
        .k, "fallback for if immutable import indexed internal is mapping memory new override payable pragma private"),
      Words(
        .k,
        "public pure receive return returns revert solidity storage super this throw try unchecked using view virtual"),
      Words(.k, "while"), Words(.kc, "true false"),
      Words(.kt, "address bool byte bytes bytes32 int int256 string uint uint8 uint256 var"),
    ], [.line("//"), .block("/*", "*/"), .string("\""), .string("'")], Grammar.Options(call: .nf))
}
