extension Language {
  static let javascript = Language("JavaScript", ["javascript", "js", "jsx", "react", "mjs", "cjs", "node"]) {
    javascriptGrammar.lex(&$0)
  }

  static let typescript = Language("TypeScript", ["typescript", "ts", "tsx", "mts", "cts"]) {
    typescriptGrammar.lex(&$0)
  }

  private static let javascriptGrammar = Grammar(scriptWords, scriptRules, scriptOptions)
  private static let typescriptGrammar = Grammar(
    typedWords + scriptWords, [.sigil("@", .nd)] + scriptRules, scriptOptions)

  private static let scriptWords = [
    Words(.ow, "typeof instanceof in void delete new"), Words(.kr, "constructor from as"),
    Words(
      .k, "for while do break return continue switch case default if else throw try catch finally yield await async"),
    Words(.k, "this of static export import debugger extends super"), Words(.kd, "var let const with"),
    Words(.kd, "function", next: .nf), Words(.kd, "class", next: .nc),
    Words(.kr, "abstract boolean byte char double enum final float goto implements int interface long native package"),
    Words(.kr, "private protected public short synchronized throws transient volatile"),
    Words(.kc, "true false null NaN Infinity undefined"),
    Words(
      .nb, "Array Boolean Date BigInt Function Math ArrayBuffer Number Object RegExp String Promise Proxy decodeURI"),
    Words(
      .nb, "decodeURIComponent encodeURI encodeURIComponent eval isFinite isNaN parseFloat parseInt DataView document"),
    Words(.nb, "window globalThis global arguments Symbol Intl WeakSet WeakMap Set Map Reflect JSON Atomics Int8Array"),
    Words(.nb, "Int16Array Int32Array Float32Array Float64Array Uint8Array Uint16Array Uint32Array Uint8ClampedArray"),
    Words(.ne, "Error EvalError InternalError RangeError ReferenceError SyntaxError TypeError URIError"),
  ]

  private static let typedWords = [
    Words(.k, "abstract implements private protected public readonly keyof infer satisfies is asserts"),
    Words(.kd, "enum interface", next: .nc), Words(.kd, "override namespace"), Words(.kr, "declare type module"),
    Words(.kt, "string boolean number any unknown never object symbol bigint"),
  ]

  private static let scriptRules: [Rule] = [
    .line("//"), .block("/*", "*/"), .line("#!", .ch), .string("\"", nil, .s2), .string("'", nil, .s1),
    .string("`", nil, .sb, hole: .dollarBrace, isMultiline: true), .other(.regex, "/", .sr), .sigil("#", .n),
    .other(.mark, "=>", .p),
  ]

  private static let scriptOptions = Grammar.Options(
    wordStart: ByteSet("$"), name: .nx, member: .nx, call: .nf, integer: .mf)
}
