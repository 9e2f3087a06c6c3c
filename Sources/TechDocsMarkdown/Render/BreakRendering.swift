import CCMarkGFM
import TechDocsModel

extension HTMLRenderer {
  /// A line across the page.
  ///
  /// `---` right below a line is the underline of a heading for TechDocs, whatever stands above: another `---`, or a
  /// comment with a space behind it. Nobody meant a heading, but its anchor goes on leading there.
  mutating func thematicBreak(_ node: CNode, into html: inout HTMLBuffer) {
    newLine(&html)
    guard let title = headingText(above: node) else { return html.put("<hr>\n") }
    underlines.insert(node)
    html.put("<hr id=\"")
    html.putEscaped(slugs.unique(dialect.headings.slug(of: title)))
    html.put("\">\n")
  }

  /// The text that TechDocs would take a line of dashes to underline; nil where it reads a line across the page.
  private func headingText(above node: CNode) -> String? {
    if DashedBreak.isBelowComment(node) { return "" }
    guard DashedBreak.isDashed(node), let above = node.pointee.prev,
      UInt32(above.pointee.type) == CMARK_NODE_THEMATIC_BREAK.rawValue,
      above.pointee.start_line == node.pointee.start_line - 1, !underlines.contains(above)
    else { return nil }
    return DashedBreak.isDashed(above) ? "---" : "***"
  }
}
