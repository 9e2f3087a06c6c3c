import Testing

/// Pages that cost time or memory out of proportion in a careless parser, in any size.
struct HostilePage: Sendable, CustomTestStringConvertible {
  let name: String
  /// The page of a size: about a hundred bytes for one.
  let text: @Sendable (Int) -> String
  /// Whether the author hears of a limit when the page is large.
  let isGuarded: Bool
  var testDescription: String { name }

  init(_ name: String, isGuarded: Bool = false, _ text: @escaping @Sendable (Int) -> String) {
    self.name = name
    self.text = text
    self.isGuarded = isGuarded
  }

  /// A piece of text, again and again.
  private static func times(_ piece: String, _ count: Int) -> String { String(repeating: piece, count: count) }

  /// What the C library alone would be quadratic in.
  static let ofTheLibrary = [
    HostilePage("images", isGuarded: true) { times("![[]()", 16 * $0) },
    HostilePage("wide table", isGuarded: true) { times("x|", 24 * $0) + "\n" + times("-|", 24 * $0) },
    HostilePage("short rows", isGuarded: true) {
      times("|a", 250) + "\n" + times("|-", 250) + "\n" + times("|a\n", 32 * $0)
    },
    HostilePage("one wide row", isGuarded: true) { "|a|\n|-|\n" + times("x|", 48 * $0) },
    HostilePage("character data", isGuarded: true) { times("a<![CDATA[x ", 8 * $0) },
    HostilePage("instructions", isGuarded: true) { times("a<?x ", 20 * $0) },
    HostilePage("declarations", isGuarded: true) { times("a<!X ", 20 * $0) },
    HostilePage("open comments") { times("a <!-- b ", 12 * $0) },
    HostilePage("nested lists", isGuarded: true) { times("- ", 20 * $0) + "x\n" + times("\n", 20 * $0) },
    HostilePage("nested quotes", isGuarded: true) { times(">", 30 * $0) + "x\n" + times("b\n", 30 * $0) },
    HostilePage("parentheses", isGuarded: true) { "www.a.b" + times(")", 100 * $0) },
    HostilePage("at signs") { times(times("a", 50) + "@", 2 * $0) },
    HostilePage("a long reference", isGuarded: true) {
      "[a]: /" + times("u", 50 * $0) + "\n\n" + times("[a] ", 25 * $0)
    },
    HostilePage("many references") { size in
      (0..<8 * size).map { "[a\($0)]: /u\n" }.joined() + "\n" + times("[a1] ", 8 * size)
    },
    HostilePage("footnotes") { size in
      (0..<4 * size).map { "[^\($0)] " }.joined() + "\n\n" + (0..<4 * size).map { "[^\($0)]: x\n\n" }.joined()
    },
    HostilePage("brackets") { times("[", 50 * $0) + "a" + times("](b)", 12 * $0) },
    HostilePage("emphasis") { times("*a **a ", 14 * $0) },
    HostilePage("autolinks") { times("a@b.c www.a.b ", 8 * $0) },
  ]

  /// What our own extensions and passes could be quadratic in.
  static let ofTheDialect = [
    HostilePage("marks") { times("==a ^^b ~~c ", 8 * $0) },
    HostilePage("marks in pairs") { times("==a", 16 * $0) + times("==", 16 * $0) },
    HostilePage("code spans in tables") { "|a|\n|-|\n" + times("`|", 48 * $0) },
    HostilePage("elements with Markdown") { times("<div markdown>\n", 4 * $0) + "x\n" + times("</div>\n", 4 * $0) },
    HostilePage("elements without end") { times("<div>\n\n", 14 * $0) },
    HostilePage("tags without end") { "<div\n" + times("<a ", 32 * $0) },
    HostilePage("values without end") { "<div>\n" + times("<a b='x ", 12 * $0) },
    HostilePage("attributes") { "<a " + times("b=c ", 25 * $0) + ">x</a>" },
    HostilePage("nested elements", isGuarded: true) { times("<b>", 32 * $0) },
    HostilePage("scripts") { times("a <script> ", 9 * $0) },
    HostilePage("headings") { times("# a\n# a_1\n", 10 * $0) },
    HostilePage("lists of contents") { times("[TOC]\n\n", $0) + times("# a\n", 20 * $0) },
    HostilePage("attribute lists") { times("*a*{.b} *a*{", 8 * $0) },
    HostilePage("call-outs") { times("!!! note\n    a\n\n", 6 * $0) },
    HostilePage("tabs") { times("=== \"a\"\n    b\n\n", 6 * $0) },
    HostilePage("blocks") { times("/// note\n", 11 * $0) },
    HostilePage("definitions") { times("a\n: b\n\n", 14 * $0) },
    HostilePage("abbreviations") { size in
      (0..<5 * size).map { "*[A\($0)]: t\n" }.joined() + "\n" + times("A1 B2 ", 10 * size)
    },
    HostilePage("editors' marks") { times("{++a {--b--} ", 8 * $0) },
    HostilePage("emoji") { times(":smile :", 12 * $0) },
    HostilePage("alerts") { times("> [!NOTE]\n> a\n\n", 6 * $0) },
    HostilePage("fences") { times("```\nx\n", 16 * $0) },
    HostilePage("line options") { "``` py hl_lines=\"" + times("1-9 ", 25 * $0) + "\"\nx\n```" },
    HostilePage("tasks") { times("- [ ] a\n", 12 * $0) },
    HostilePage("snippets") { times("--8<-- \"x\"\n", 9 * $0) },
  ]
}
