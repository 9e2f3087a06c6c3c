/// The `helpers` part of `techdocs.yml`: programs that draw what pages hold as text.
///
/// The workspace's own file is trusted; a repository cannot name a program.
package struct HelperConfig: Sendable, Hashable {
  static let keys = ["mermaid", "graphviz", "plantuml", "math"]

  /// A program and its arguments, run without a shell.
  package struct Command: Sendable, Hashable {
    package let words: [String]
    /// The command in `techdocs.yml`.
    package let range: SourceRange
  }

  /// By key. All but `math` read a diagram and write SVG; `math` reads TeX and writes MathML, and gets
  /// `--display-mode` for a formula on lines of its own.
  private var named: [String: Command] = [:]

  package init() {}

  package subscript(key: String) -> Command? { named[key] }

  /// Each command under its key, in the order of the reference page.
  package var commands: [(key: String, command: Command)] {
    Self.keys.compactMap { key in named[key].map { (key, $0) } }
  }

  init(_ node: YAMLNode, _ diagnostics: inout [Diagnostic]) {
    guard node.mapping != nil else {
      diagnostics.append(.error("config-value", at: node.range, "'helpers' needs lines of `key: command`"))
      return
    }
    var reader = ConfigReader(node)
    reader.reportUnknownKeys(of: node, known: Self.keys, in: "'helpers'")
    for key in Self.keys { named[key] = Self.command(key, &reader) }
    diagnostics += reader.diagnostics
  }

  /// `katex --format mathml`, or a list of its words where one holds a blank.
  private static func command(_ key: String, _ reader: inout ConfigReader) -> Command? {
    guard let node = reader.node(key), !node.isNull else { return nil }
    let words = node.sequence?.map { $0.string ?? "" } ?? node.string?.split(separator: " ").map(String.init) ?? []
    guard let program = words.first, !program.isEmpty, !words.contains(where: { $0.utf8.contains(0) }) else {
      reader.complain(key, node, "a program and its arguments, as in `[katex, --format, mathml]`")
      return nil
    }
    return Command(words: words, range: node.range)
  }
}
