extension Language {
  static let c = Language("C", ["c", "h"]) { cGrammar.lex(&$0) }
  static let cpp = Language("C++", ["cpp", "c++", "cxx", "cc", "hpp", "arduino", "cuda"]) { cppGrammar.lex(&$0) }
  static let objectiveC = Language("Objective-C", ["objective-c", "objectivec", "obj-c", "objc"]) {
    objcGrammar.lex(&$0)
  }

  private static let cGrammar = Grammar(cWords, cRules, cOptions)
  private static let cppGrammar = Grammar(
    cppWords + cWords,
    [
      .string("R\"(", ")\"", .s, escape: .none, isMultiline: true),
      .string("R\"x(", ")x\"", .s, escape: .none, isMultiline: true),
    ] + cRules, cOptions)
  private static let objcGrammar = Grammar(
    objcWords + cWords, [.string("@\"", "\""), .sigil("@", .k)] + cRules, cOptions)

  private static let cWords = [
    Words(.k, "asm auto break case const continue default do else extern for goto if register restrict return sizeof"),
    Words(
      .k, "static switch typedef volatile while inline _Noreturn _Static_assert _Atomic _Generic _Alignas _Alignof"),
    Words(.k, "alignas alignof constexpr static_assert thread_local typeof"), Words(.k, "struct union enum", next: .nc),
    Words(
      .kt, "bool int long float short double char unsigned signed void _Bool _Complex wchar_t size_t ssize_t off_t"),
    Words(.kt, "ptrdiff_t int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t intptr_t uintptr_t FILE"),
    Words(.kt, "va_list time_t pid_t char8_t char16_t char32_t"), Words(.nb, "NULL true false"),
  ]

  private static let cppWords = [
    Words(
      .k, "catch const_cast delete dynamic_cast explicit export friend mutable new operator private protected public"),
    Words(
      .k, "reinterpret_cast static_cast template this throw throws try typeid typename using virtual concept requires"),
    Words(.k, "consteval constinit co_await co_return co_yield noexcept decltype final override and or not xor"),
    Words(.k, "class", next: .nc), Words(.k, "namespace", next: .nn), Words(.kc, "nullptr"),
  ]

  private static let objcWords = [Words(.kt, "id SEL BOOL instancetype"), Words(.nb, "YES NO nil self super")]

  private static let cRules: [Rule] = [
    .line("//"), .block("/*", "*/"), .other(.directive, "#", .cp), .string("\"", nil, .s), .string("'", nil, .sc),
  ]

  private static let cOptions = Grammar.Options(call: .nf, prefix: ByteSet("LuU8"))
}
