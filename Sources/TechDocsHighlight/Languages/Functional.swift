extension Language {
  static let haskell = Language("Haskell", ["haskell", "hs"]) { haskellGrammar.lex(&$0) }
  static let ocaml = Language("OCaml", ["ocaml", "ml", "fsharp", "f#"]) { ocamlGrammar.lex(&$0) }
  static let clojure = Language("Clojure", ["clojure", "clj", "lisp", "common-lisp", "cl", "scheme", "scm", "elisp"]) {
    clojureGrammar.lex(&$0)
  }
  static let nix = Language("Nix", ["nixos", "nix"]) { nixGrammar.lex(&$0) }

  private static let haskellGrammar = Grammar(
    [
      Words(
        .kr, "case class data default deriving do else family forall foreign if in infix infixl infixr instance let"),
      Words(.kr, "newtype of then type where import qualified as hiding"), Words(.kr, "module", next: .nn),
    ],
    [.line("--"), .block("{-", "-}", nests: true), .string("\""), .string("'", nil, .sc)],
    Grammar.Options(
      wordPart: ByteSet("'"), operators: ByteSet("+-*/%=<>!&|^~?:.$@\\"), punctuation: ByteSet("()[]{},;`"), type: .kt))

  private static let ocamlGrammar = Grammar(
    [
      Words(
        .k, "and as assert begin class constraint do done downto else end exception external for fun function functor"),
      Words(
        .k,
        "if in include inherit initializer lazy let match method module mutable namespace new object of open private"),
      Words(.k, "rec sig struct then to try type val value virtual when while with yield"), Words(.kc, "true false"),
      Words(.kt, "unit int float bool string char list array option"),
    ], [.block("(*", "*)", .c, nests: true), .line("//"), .string("\"", isMultiline: true)],
    Grammar.Options(wordPart: ByteSet("'"), type: .nc))

  private static let clojureGrammar = Grammar(
    [
      Words(.kd, "def defn defn- defmacro defun defvar define defmethod defmulti defprotocol defrecord", next: .nf),
      Words(
        .k, "let fn lambda if when when-not cond case do loop recur for doseq ns require use import quote and or not"),
      Words(.kc, "nil true false t"),
    ], [.line(";"), .string("\"", isMultiline: true), .sigil(":", .ss)],
    Grammar.Options(
      wordPart: ByteSet("-?!*+/<>=.'"), operators: ByteSet("+-*/%=<>!&|^~?@'`#"), punctuation: ByteSet("()[]{},."),
      name: .nv))

  private static let nixGrammar = Grammar(
    [
      Words(.k, "rec with let in inherit assert if else then or"), Words(.kc, "true false null"),
      Words(
        .nb, "import abort baseNameOf dirOf isNull builtins map removeAttrs throw toString derivation fetchTarball"),
    ],
    [
      .line("#"), .block("/*", "*/"), .string("\"", nil, .s2, hole: .dollarBrace, isMultiline: true),
      .string("''", nil, .s, escape: .none, hole: .dollarBrace, isMultiline: true),
    ], Grammar.Options(wordPart: ByteSet("-'"), member: .n))
}
