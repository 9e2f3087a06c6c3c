import CCMarkGFM
import TechDocsModel

extension HTMLRenderer {
  func enterTerm(_ node: CNode, into html: inout HTMLBuffer) {
    newLine(&html)
    let continues = node.pointee.prev.map(DefinitionBuilder.isDefinition) ?? false
    html.put(continues ? "<dt" : "<dl>\n<dt")
    if node.pointee.start_line == node.pointee.end_line { AttributeList.takeTrailing(of: node)?.put(into: &html) }
    html.put(">")
  }

  func enterDefinition(_ node: CNode, into html: inout HTMLBuffer) {
    newLine(&html)
    html.put("<dd")
    if let text = node.pointee.first_child, UInt32(text.pointee.type) == CMARK_NODE_PARAGRAPH.rawValue,
      isTightDefinition(text)
    {
      AttributeList.takeLastLine(of: text)?.put(into: &html)
    }
    html.put(">")
  }

  func leaveDefinition(_ node: CNode, into html: inout HTMLBuffer) {
    html.put("</dd>\n")
    let next = node.pointee.next
    let continues = next.map { DefinitionBuilder.isDefinition($0) || DefinitionBuilder.isTerm($0) } ?? false
    if !continues { html.put("</dl>\n") }
  }

  /// Whether a definition's paragraph stands without `<p>`: its first, right below the term. A paragraph that is indented by fewer than four
  /// columns sets it apart.
  func isTightDefinition(_ paragraph: CNode) -> Bool {
    guard let definition = paragraph.pointee.parent, DefinitionBuilder.isDefinition(definition),
      definition.pointee.first_child == paragraph, definition.pointee.footnote.def_count == 0
    else { return false }
    guard let next = paragraph.pointee.next, UInt32(next.pointee.type) == CMARK_NODE_PARAGRAPH.rawValue else {
      return true
    }
    return next.pointee.start_column >= definition.pointee.start_column + 4
  }
}
