/// What draws the diagrams and formulas of pages; by itself nothing does.
package struct DrawingHelpers: Sendable {
  package enum Subject: String, Sendable, CaseIterable {
    case mermaid, graphviz, plantuml
    /// TeX inside a line, and on lines of its own.
    case formula, displayFormula

    /// The diagram that a fence's language names; nil for code.
    ///
    /// Source: the fences of `markdown_inline_graphviz` and `plantuml_markdown`.
    init?(fence language: ArraySlice<UInt8>) {
      switch String(decoding: language, as: UTF8.self) {
      case "mermaid": self = .mermaid
      case "graphviz": self = .graphviz
      case "plantuml", "puml": self = .plantuml
      default: return nil
      }
    }

    package var isDiagram: Bool { self != .formula && self != .displayFormula }

    /// The key of `helpers` that names its program.
    package var helper: String { isDiagram ? rawValue : "math" }
  }

  package enum Outcome: Sendable {
    /// Markup that needs no cleaning any more.
    case drawn([UInt8])
    /// The program refused this text, or ended badly.
    case failed
    /// Nothing is configured.
    case none
  }

  /// What sets these helpers apart from others; empty for none.
  package let key: String
  package let draw: @Sendable (Subject, [UInt8]) -> Outcome

  package init(key: String = "", draw: @escaping @Sendable (Subject, [UInt8]) -> Outcome = { _, _ in .none }) {
    self.key = key
    self.draw = draw
  }
}
