import CCMarkGFM
import TechDocsModel

/// Diagrams and formulas that a helper of the workspace draws.
extension HTMLRenderer {
  /// A diagram as a figure with its source folded away below; false when nothing draws it.
  mutating func diagram(
    _ subject: DrawingHelpers.Subject, _ text: UnsafeBufferPointer<UInt8>, _ node: CNode, into html: inout HTMLBuffer
  ) -> Bool {
    guard let number = drawing(subject, of: text, node) else { return false }
    html.put("<figure class=\"td-diagram\">")
    put(drawing: number, into: &html)
    html.put("<details><summary>")
    html.put(subject.rawValue)
    html.put("</summary><pre><code>")
    html.putEscaped(text)
    html.put("</code></pre></details></figure>\n")
    return true
  }

  /// A formula in place; false when nothing draws it.
  mutating func formula(
    _ text: UnsafeBufferPointer<UInt8>, isDisplayed: Bool, _ node: CNode, into html: inout HTMLBuffer
  ) -> Bool {
    guard let number = drawing(isDisplayed ? .displayFormula : .formula, of: text, node) else { return false }
    put(drawing: number, into: &html)
    return true
  }

  /// The finisher puts the drawing where this mark stands.
  private func put(drawing number: Int, into html: inout HTMLBuffer) {
    html.put(RendererMarks.icon)
    html.put(number)
    html.put(RendererMarks.iconEnd)
  }

  private mutating func drawing(
    _ subject: DrawingHelpers.Subject, of text: UnsafeBufferPointer<UInt8>, _ node: CNode
  ) -> Int? {
    switch helpers.draw(subject, Array(text)) {
    case .none: return nil
    case .drawn(let markup): return self.text.icons.add(markup)
    case .failed:
      let what = subject.isDiagram ? "diagram" : "formula"
      undrawn.append(
        .warning(
          "undrawn", at: range(of: node),
          "The helper of 'techdocs.yml' does not draw this \(what); it is shown as text",
          help: "run the helper on it to see what it says"))
      return nil
    }
  }
}
