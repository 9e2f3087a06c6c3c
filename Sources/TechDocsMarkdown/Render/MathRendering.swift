import CCMarkGFM
import TechDocsModel

/// Formulas as scripts and programs that typeset TeX look for them.
///
/// Source: `pymdownx.arithmatex` with `generic: true`.
extension HTMLRenderer {
  func math(_ node: CNode, into html: inout HTMLBuffer) {
    let formula = node.pointee.as.literal.bytes
    guard node.pointee.internal_offset == MathMark.display else {
      html.put("<span class=\"arithmatex\">\\(")
      html.putEscaped(formula)
      html.put("\\)</span>")
      return
    }
    if node.pointee.parent.map(MathMark.isAlone) ?? false { return displayMath(formula, into: &html) }
    html.put("<span class=\"arithmatex\">\\[")
    html.putEscaped(formula)
    html.put("\\]</span>")
  }

  func displayMath(_ formula: UnsafeBufferPointer<UInt8>, into html: inout HTMLBuffer) {
    html.put("<div class=\"arithmatex\">\\[")
    html.putEscaped(formula)
    html.put("\\]</div>\n")
  }
}
