import CCMarkGFM
import TechDocsModel

extension HTMLRenderer {
  func enterList(_ node: CNode, into html: inout HTMLBuffer) {
    if let previous = node.pointee.prev, continues(previous, with: node) { return }
    if Definitions.holds(node) { return }
    newLine(&html)
    let list = node.pointee.as.list
    let isOrdered = list.list_type == CMARK_ORDERED_LIST
    html.put(isOrdered ? "<ol" : "<ul")
    if hasTasks(node) { html.put(" class=\"task-list\"") }
    if isOrdered, list.start != 1 {
      html.put(" start=\"")
      html.put(Int(list.start))
      html.put("\"")
    }
    html.put(">\n")
  }

  func leaveList(_ node: CNode, into html: inout HTMLBuffer) {
    if let next = node.pointee.next, continues(node, with: next) { return }
    if Definitions.holds(node) { return }
    html.put(node.pointee.as.list.list_type == CMARK_ORDERED_LIST ? "</ol>\n" : "</ul>\n")
  }

  /// Whether a bullet list goes on under another bullet character without a blank line: authors mean one list.
  ///
  /// Source: Python-Markdown; CommonMark begins a new list.
  private func continues(_ list: CNode, with next: CNode) -> Bool {
    guard UInt32(list.pointee.type) == CMARK_NODE_LIST.rawValue, UInt32(next.pointee.type) == CMARK_NODE_LIST.rawValue,
      list.pointee.as.list.list_type == CMARK_BULLET_LIST, next.pointee.as.list.list_type == CMARK_BULLET_LIST
    else { return false }
    return !endsInBlankLine(list)
  }

  /// Whether a paragraph stands without `<p>`: an item's first, unless a blank line parts it from what follows in the
  /// item, or the item from a neighbour.
  ///
  /// Source: Python-Markdown; in CommonMark one blank line makes the whole list loose. In a list of the page itself, of a
  /// quote or of a note, what is indented by four columns leaves the item's text as it is.
  func isTight(_ paragraph: CNode) -> Bool {
    guard let item = paragraph.pointee.parent, UInt32(item.pointee.type) == CMARK_NODE_ITEM.rawValue,
      item.pointee.first_child == paragraph
    else { return false }
    if let previous = item.pointee.prev, endsInBlankLine(previous) { return false }
    if let second = paragraph.pointee.next, second.pointee.start_line > paragraph.pointee.end_line + 1 {
      guard isReadAsPage(item.pointee.parent?.pointee.parent), !FencedBlock.isFenced(second),
        second.pointee.start_column >= item.pointee.start_column + 4
      else { return false }
    }
    return item.pointee.next == nil || !endsInBlankLine(item)
  }

  /// Whether Python-Markdown reads what an open block holds as it reads a page; an alert is a call-out.
  private func isReadAsPage(_ block: CNode?) -> Bool {
    var block = block
    while let item = block, UInt32(item.pointee.type) == CMARK_NODE_ITEM.rawValue {
      block = item.pointee.parent?.pointee.parent
    }
    return switch block.map({ UInt32($0.pointee.type) }) {
    case CMARK_NODE_DOCUMENT.rawValue, CMARK_NODE_FOOTNOTE_DEFINITION.rawValue: true
    case CMARK_NODE_BLOCK_QUOTE.rawValue: quotes.last == false
    default: false
    }
  }

  private func endsInBlankLine(_ block: CNode) -> Bool {
    var node = block
    while true {
      if node.pointee.flags & UInt16(CMARK_NODE__LAST_LINE_BLANK.rawValue) != 0 { return true }
      let type = UInt32(node.pointee.type)
      guard type == CMARK_NODE_LIST.rawValue || type == CMARK_NODE_ITEM.rawValue, let last = node.pointee.last_child
      else {
        return false
      }
      node = last
    }
  }

  /// `- [ ] todo`. Source: `pymdownx.tasklist` with `custom_checkbox`.
  mutating func enterItem(_ node: CNode, into html: inout HTMLBuffer) {
    newLine(&html)
    if let list = node.pointee.parent, Definitions.holds(list) { return html.put("<dd>") }
    guard let task = task(of: node) else {
      html.put("<li")
      if let paragraph = node.pointee.first_child, UInt32(paragraph.pointee.type) == CMARK_NODE_PARAGRAPH.rawValue {
        AttributeList.takeLastLine(of: paragraph)?.put(into: &html)
      }
      html.put(">")
      return
    }
    html.put("<li class=\"task-list-item\">")
    AttributeList.dropFirst(3, of: task.mark)
    let isTight = node.pointee.first_child.map(isTight) ?? true
    if isTight { putCheckbox(task.isDone, into: &html) } else { openTask = task.isDone }
  }

  func leaveItem(_ node: CNode, into html: inout HTMLBuffer) {
    html.put(node.pointee.parent.map(Definitions.holds) ?? false ? "</dd>\n" : "</li>\n")
  }

  /// The box of a task; in a loose item it stands in the paragraph.
  func putCheckbox(_ isDone: Bool, into html: inout HTMLBuffer) {
    let input: StaticString =
      dialect.tasks.isClickable ? "<input type=\"checkbox\"" : "<input type=\"checkbox\" disabled"
    if dialect.tasks.isCustom { html.put("<label class=\"task-list-control\">") }
    html.put(input)
    html.put(isDone ? " checked>" : ">")
    if dialect.tasks.isCustom { html.put("<span class=\"task-list-indicator\"></span></label>") }
  }

  private func hasTasks(_ list: CNode) -> Bool {
    var item = list.pointee.first_child
    while let current = item {
      if task(of: current) != nil { return true }
      item = current.pointee.next
    }
    return false
  }

  /// The text node that begins with `[x]` and a space; nil for an ordinary item.
  private func task(of item: CNode) -> (mark: CNode, isDone: Bool)? {
    guard let paragraph = item.pointee.first_child, UInt32(paragraph.pointee.type) == CMARK_NODE_PARAGRAPH.rawValue,
      let first = paragraph.pointee.first_child, UInt32(first.pointee.type) == CMARK_NODE_TEXT.rawValue,
      // With a backslash it is no box.
      paragraph.pointee.content.bytes.first != UInt8(ascii: "\\")
    else { return nil }
    let text = first.pointee.as.literal.bytes
    guard text.count >= 4, text[0] == UInt8(ascii: "["), text[2] == UInt8(ascii: "]"),
      text[3] == UInt8(ascii: " ") || text[3] == UInt8(ascii: "\t")
    else {
      return nil
    }
    switch text[1] {
    case UInt8(ascii: " "): return (first, false)
    case UInt8(ascii: "x"), UInt8(ascii: "X"): return (first, true)
    default: return nil
    }
  }
}
