import CCMarkGFM
import TechDocsModel

extension HTMLRenderer {
  func enterList(_ node: CNode, into html: inout HTMLBuffer) {
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

  /// `- [ ] todo`. Source: `pymdownx.tasklist` with `custom_checkbox`.
  func enterItem(_ node: CNode, into html: inout HTMLBuffer) {
    newLine(&html)
    guard let task = task(of: node) else {
      html.put("<li")
      if let paragraph = node.pointee.first_child, UInt32(paragraph.pointee.type) == CMARK_NODE_PARAGRAPH.rawValue {
        AttributeList.takeLastLine(of: paragraph)?.put(into: &html)
      }
      html.put(">")
      return
    }
    html.put("<li class=\"task-list-item\"><label class=\"task-list-control\"><input type=\"checkbox\" disabled")
    html.put(task.isDone ? " checked>" : ">")
    html.put("<span class=\"task-list-indicator\"></span></label>")
    for node in task.mark { node.pointee.as.literal.len = 0 }
  }

  private func hasTasks(_ list: CNode) -> Bool {
    var item = list.pointee.first_child
    while let current = item {
      if task(of: current) != nil { return true }
      item = current.pointee.next
    }
    return false
  }

  /// The text nodes of `[x]` at the start of an item, with a space after them; nil for an ordinary item.
  ///
  /// The parser leaves `[`, the mark and `]` as nodes of their own.
  private func task(of item: CNode) -> (mark: [CNode], isDone: Bool)? {
    guard let paragraph = item.pointee.first_child, UInt32(paragraph.pointee.type) == CMARK_NODE_PARAGRAPH.rawValue
    else {
      return nil
    }
    var text: [UInt8] = [], nodes: [CNode] = [], step = paragraph.pointee.first_child
    while let node = step, UInt32(node.pointee.type) == CMARK_NODE_TEXT.rawValue, text.count < 3 {
      text += node.pointee.as.literal.bytes
      nodes.append(node)
      step = node.pointee.next
    }
    guard text.count == 3, text[0] == UInt8(ascii: "["), text[2] == UInt8(ascii: "]"), isSpace(step) else { return nil }
    switch text[1] {
    case UInt8(ascii: " "): return (nodes, false)
    case UInt8(ascii: "x"), UInt8(ascii: "X"): return (nodes, true)
    default: return nil
    }
  }

  private func isSpace(_ node: CNode?) -> Bool {
    guard let node, UInt32(node.pointee.type) == CMARK_NODE_TEXT.rawValue else { return false }
    return node.pointee.as.literal.bytes.first == UInt8(ascii: " ")
  }
}
