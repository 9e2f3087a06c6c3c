import CCMarkGFM
import TechDocsModel

/// Formulas as scripts and programs that typeset TeX look for them.
///
/// Source: `pymdownx.arithmatex` with `generic: true`.
extension HTMLRenderer {
  mutating func math(_ node: CNode, into html: inout HTMLBuffer) {
    let formula = node.pointee.as.literal.bytes
    guard node.pointee.internal_offset == MathMark.display else {
      if self.formula(formula, isDisplayed: false, node, into: &html) { return }
      html.put("<span class=\"arithmatex\">\\(")
      html.putEscaped(formula)
      html.put("\\)</span>")
      return
    }
    if node.pointee.parent.map(MathMark.isAlone) ?? false { return displayMath(formula, node, into: &html) }
    if self.formula(formula, isDisplayed: true, node, into: &html) { return }
    html.put("<span class=\"arithmatex\">\\[")
    html.putEscaped(formula)
    html.put("\\]</span>")
  }

  mutating func displayMath(_ formula: UnsafeBufferPointer<UInt8>, _ node: CNode, into html: inout HTMLBuffer) {
    if self.formula(formula, isDisplayed: true, node, into: &html) { return html.put("\n") }
    html.put("<div class=\"arithmatex\">\\[")
    html.putEscaped(formula)
    html.put("\\]</div>\n")
  }
}
