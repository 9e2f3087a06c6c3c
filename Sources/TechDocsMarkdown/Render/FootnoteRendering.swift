import CCMarkGFM
import TechDocsModel

extension HTMLRenderer {
  /// `sup#fnref:x > a.footnote-ref`, with `fnref2:x` for the second reference. Source: Python-Markdown `footnotes`.
  func footnoteReference(_ node: CNode, into html: inout HTMLBuffer) {
    let name = node.pointee.parent_footnote_def.map { $0.pointee.as.literal.bytes } ?? node.pointee.as.literal.bytes
    let repeated = Int(node.pointee.footnote.ref_ix)
    html.put("<sup id=\"fnref")
    if repeated > 1 { html.put(repeated) }
    html.put(":")
    html.putEscaped(name)
    html.put("\"><a class=\"footnote-ref\" href=\"#fn:")
    html.putEscaped(name)
    html.put("\">")
    html.putEscaped(node.pointee.as.literal.bytes)
    html.put("</a></sup>")
  }

  mutating func enterFootnote(_ node: CNode, into html: inout HTMLBuffer) {
    if footnotes == 0 { html.put("<div class=\"footnote\">\n<hr>\n<ol>\n") }
    footnotes += 1
    html.put("<li id=\"fn:")
    html.putEscaped(node.pointee.as.literal.bytes)
    html.put("\">\n")
  }

  func leaveFootnote(_ node: CNode, into html: inout HTMLBuffer) {
    html.put("<a class=\"footnote-backref\" href=\"#fnref:")
    html.putEscaped(node.pointee.as.literal.bytes)
    html.put("\" title=\"Jump back to footnote ")
    html.put(footnotes)
    html.put(" in the text\">&#8617;</a>\n</li>\n")
  }
}
