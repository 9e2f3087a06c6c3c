extension Language {
  static let batch = Language("Batch file", ["batch", "bat", "dosbatch", "winbatch", "cmd"]) { batchGrammar.lex(&$0) }
  static let cmake = Language("CMake", ["cmake"]) { cmakeGrammar.lex(&$0) }
  static let dot = Language("Graphviz", ["graphviz", "dot"]) { dotGrammar.lex(&$0) }
  static let jsonnet = Language("Jsonnet", ["jsonnet", "libsonnet"]) { jsonnetGrammar.lex(&$0) }
  static let rego = Language("Rego", ["rego"]) { regoGrammar.lex(&$0) }
  static let cue = Language("CUE", ["cue"]) { cueGrammar.lex(&$0) }
  static let plantuml = Language("PlantUML", ["plantuml", "puml", "mermaid", "d2"]) { plantumlGrammar.lex(&$0) }

  private static let batchGrammar = Grammar(
    [
      Words(.k, "if else for in do goto call exit set setlocal endlocal not exist errorlevel defined rem start"),
      Words(.nb, "echo cd chdir copy del dir md mkdir move rd rmdir ren type pause cls path title xcopy ping"),
    ],
    [
      .line("::"), .line("rem ", .c1), .line("REM ", .c1), .string("\"", nil, .s2, escape: .none),
      .string("%", nil, .nv, escape: .none),
    ],
    Grammar.Options(operators: ByteSet("=<>&|@^/"), punctuation: ByteSet("()[],;:."), name: .plain, isCaseless: true))

  private static let cmakeGrammar = Grammar(
    [Words(.k, "if else elseif endif foreach endforeach while endwhile function endfunction macro endmacro")],
    [.line("#"), .string("\"", nil, .s, hole: .dollarBrace, isMultiline: true), .string("${", "}", .nv)],
    Grammar.Options(operators: ByteSet("=<>"), punctuation: ByteSet("(){}[];:"), name: .n, call: .nb))

  private static let dotGrammar = Grammar(
    [Words(.k, "graph digraph subgraph node edge strict")],
    [
      .line("//"), .line("#"), .block("/*", "*/"), .string("\"", isMultiline: true), .other(.mark, "->", .o),
      .other(.mark, "--", .o),
    ],
    Grammar.Options(operators: ByteSet("="), punctuation: ByteSet("()[]{},;:.")))

  private static let jsonnetGrammar = Grammar(
    [
      Words(.k, "assert else error for function if import importstr in local tailstrict then self super"),
      Words(.kc, "true false null"), Words(.nb, "std"),
    ],
    [
      .line("//"), .line("#"), .block("/*", "*/"), .string("|||", nil, .s, escape: .none, isMultiline: true),
      .string("\"", nil, .s2),
      .string("'", nil, .s1),
    ], Grammar.Options(operators: ByteSet("+-*/%=<>!&|^~?:$"), label: .nv))

  private static let regoGrammar = Grammar(
    [
      Words(.kn, "package import", next: .nn), Words(.k, "default not some every in if contains as with else"),
      Words(.kc, "true false null"), Words(.nb, "input data"),
    ], [.line("#"), .string("\"", nil, .s2), .string("`", nil, .s, escape: .none, isMultiline: true)],
    Grammar.Options(call: .nf))

  private static let cueGrammar = Grammar(
    [
      Words(.kn, "package import", next: .nn), Words(.k, "for in if let"), Words(.kc, "true false null"),
      Words(.kt, "string int float bool bytes number uint"),
    ],
    [
      .line("//"), .string("\"\"\"", hole: .parenthesis, isMultiline: true), .string("\"", hole: .parenthesis),
      .sigil("@", .nd), .sigil("#", .nc),
    ],
    Grammar.Options(label: .nt))

  private static let plantumlGrammar = Grammar(
    [
      Words(
        .k, "participant actor class interface enum package node component database title note end left right of over"),
      Words(
        .k, "alt else opt loop par activate deactivate as skinparam autonumber graph flowchart sequenceDiagram subgraph"
      ),
      Words(.k, "stateDiagram erDiagram gantt classDiagram pie state start stop if then endif"),
    ], [.line("%%"), .line("'"), .sigil("@", .k), .string("\"", nil, .s2)],
    Grammar.Options(
      operators: ByteSet("+-*/%=<>!&|^~?.:"), punctuation: ByteSet("()[]{},;"), name: .plain, hasDashes: false))
}
