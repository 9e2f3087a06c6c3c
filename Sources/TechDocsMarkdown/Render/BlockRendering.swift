import CCMarkGFM
import TechDocsModel

extension HTMLRenderer {
  mutating func enterBlock(_ node: CNode, _ type: UInt32, into html: inout HTMLBuffer) -> Bool {
    beginFigure(node, into: &html)
    switch type {
    case CMARK_NODE_PARAGRAPH.rawValue:
      if takeContents(node, at: html.count) || takeEdit(node, into: &html) { return false }
      enterParagraph(node, into: &html)
    case CMARK_NODE_HEADING.rawValue: enterHeading(node, into: &html)
    case CMARK_NODE_LIST.rawValue: enterList(node, into: &html)
    case CMARK_NODE_ITEM.rawValue: enterItem(node, into: &html)
    case CMARK_NODE_BLOCK_QUOTE.rawValue: enterQuote(node, into: &html)
    case CMARK_NODE_CODE_BLOCK.rawValue: codeBlock(node, into: &html)
    case CMARK_NODE_HTML_BLOCK.rawValue: rawHTML(node, into: &html)
    case CMARK_NODE_THEMATIC_BREAK.rawValue: thematicBreak(node, into: &html)
    case CMARK_NODE_TABLE.rawValue: enterTable(node, into: &html)
    case CMARK_NODE_TABLE_ROW.rawValue: enterRow(node, into: &html)
    case CMARK_NODE_TABLE_CELL.rawValue: enterCell(node, into: &html)
    case CMARK_NODE_FOOTNOTE_DEFINITION.rawValue: enterFootnote(node, into: &html)
    case kinds.container where Abbreviation.isAbbreviation(node) || FencedBlock.isEnd(node): return false
    case kinds.container where DefinitionBuilder.isDefinition(node): enterDefinition(node, into: &html)
    case kinds.title where DefinitionBuilder.isTerm(node): enterTerm(node, into: &html)
    case kinds.title where node.pointee.as.html_block_type == ContainerBuilder.inlinesMark: break
    case kinds.title where node.pointee.as.html_block_type == ContainerBuilder.mathMark:
      newLine(&html)
      displayMath(node.pointee.content.bytes, node, into: &html)
    case kinds.container: enterContainer(node, into: &html)
    case kinds.title: return headers.last.map { allBlockExtensions[$0.extension].beginTitle($0, into: &html) } ?? true
    default: break
    }
    return true
  }

  mutating func leaveBlock(_ node: CNode, _ type: UInt32, into html: inout HTMLBuffer) {
    switch type {
    case CMARK_NODE_PARAGRAPH.rawValue: leaveParagraph(node, into: &html)
    case CMARK_NODE_HEADING.rawValue: leaveHeading(node, into: &html)
    case CMARK_NODE_LIST.rawValue: leaveList(node, into: &html)
    case CMARK_NODE_ITEM.rawValue: leaveItem(node, into: &html)
    case CMARK_NODE_BLOCK_QUOTE.rawValue: leaveQuote(node, into: &html)
    case CMARK_NODE_TABLE.rawValue: html.put("</tbody>\n</table>\n")
    case CMARK_NODE_TABLE_ROW.rawValue: html.put(isHeaderRow ? "</tr>\n</thead>\n<tbody>\n" : "</tr>\n")
    case CMARK_NODE_TABLE_CELL.rawValue: leaveCell(into: &html)
    case CMARK_NODE_FOOTNOTE_DEFINITION.rawValue: leaveFootnote(node, into: &html)
    case CMARK_NODE_DOCUMENT.rawValue: if footnotes > 0 { html.put("</ol>\n</div>\n") }
    case kinds.container where Abbreviation.isAbbreviation(node) || FencedBlock.isEnd(node): break
    case kinds.container where DefinitionBuilder.isDefinition(node): leaveDefinition(node, into: &html)
    case kinds.title where DefinitionBuilder.isTerm(node): html.put("</dt>\n")
    case kinds.title where node.pointee.as.html_block_type == ContainerBuilder.inlinesMark: break
    case kinds.title where node.pointee.as.html_block_type == ContainerBuilder.mathMark: html.put("\n")
    case kinds.container: leaveContainer(into: &html)
    case kinds.title: headers.last.map { allBlockExtensions[$0.extension].endTitle($0, into: &html) }
    default: break
    }
  }

  func openTag(_ tag: StaticString, _ html: inout HTMLBuffer) {
    newLine(&html)
    html.put(tag)
  }

  /// Whether a paragraph stands in `<p>`.
  private func hasTags(_ paragraph: CNode) -> Bool {
    !isTight(paragraph) && !isTightDefinition(paragraph) && paragraph.pointee.first_child != nil
      && !MathMark.isAlone(in: paragraph) && !HTMLBlock.isRunning(paragraph, in: headers.last)
  }

  private func leaveParagraph(_ node: CNode, into html: inout HTMLBuffer) {
    guard hasTags(node) else { return }
    if Definitions.holds(node) { return html.put("</dt>\n") }
    leaveNoteParagraph(node, into: &html)
    html.put("</p>\n")
  }

  private mutating func enterParagraph(_ node: CNode, into html: inout HTMLBuffer) {
    guard hasTags(node) else { return }
    openTag(Definitions.holds(node) ? "<dt" : "<p", &html)
    AttributeList.takeLastLine(of: node)?.put(into: &html)
    html.put(">")
    if let isDone = openTask { putCheckbox(isDone, into: &html) }
    openTask = nil
    if let number = openCaption { html.put("<span class=\"caption-prefix\">\(number)</span> ") }
    openCaption = nil
  }

  private func rawHTML(_ node: CNode, into html: inout HTMLBuffer) {
    newLine(&html)
    markLine(Int(node.pointee.start_line), into: &html)
    html.put(node.pointee.as.literal.bytes)
    newLine(&html)
  }

  /// Tells the finisher the source line of the raw HTML that follows.
  func markLine(_ line: Int, into html: inout HTMLBuffer) {
    html.put(RendererMarks.line)
    html.put(lines.line(line))
    html.put(RendererMarks.lineEnd)
  }

  private mutating func enterContainer(_ node: CNode, into html: inout HTMLBuffer) {
    let index = Int(node.pointee.as.html_block_type)
    let line = node.pointee.content.bytes
    let header = allBlockExtensions[index].opening(of: line) ?? BlockHeader(type: 0..<0)
    let block = ContainerBlock(node: node, header: header, line: line, extension: index)
    headers.append(block)
    newLine(&html)
    allBlockExtensions[index].begin(block, &self, into: &html)
  }

  private mutating func leaveContainer(into html: inout HTMLBuffer) {
    guard let open = headers.popLast() else { return }
    newLine(&html)
    allBlockExtensions[open.extension].end(open, into: &html)
  }
}
