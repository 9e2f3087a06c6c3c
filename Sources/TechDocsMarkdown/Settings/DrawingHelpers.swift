/// What draws the diagrams and formulas of pages; by itself nothing does.
package struct DrawingHelpers: Sendable {
  package enum Subject: String, Sendable, CaseIterable {
    case mermaid
    /// TeX inside a line, and on lines of its own.
    case formula, displayFormula
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
