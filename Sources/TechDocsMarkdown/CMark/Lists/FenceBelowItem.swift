import CCMarkGFM

/// Fenced code right below an item's text that is indented less than it: it belongs to the item, with text right below the code, and the
/// list goes on.
///
/// Source: Python-Markdown, where such code is a line of the item's text. CommonMark would end the list there.
struct FenceBelowItem {
  /// The code, while it is open, and how far behind the marks of the items around it its lines begin.
  private var code: CNode?
  private var paddings: [CNode: CInt] = [:]
  /// Whether the line that is being fed begins such code, or is text right below it.
  private(set) var isBeginning = false
  /// Whether the open paragraph is an item's text.
  private var followsText = false
  /// Whether such code ended in the line above.
  private var followsCode = false

  mutating func prepare(_ parser: UnsafeMutablePointer<cmark_parser>) {
    followsCode = false
    if let closed = code, closed.pointee.flags & UInt16(CMARK_NODE__OPEN.rawValue) == 0 {
      followsCode = closed.pointee.end_line == parser.pointee.line_number
      code = nil
      paddings.removeAll(keepingCapacity: true)
    }
    let tip = parser.pointee.current
    followsText =
      tip.map { UInt32($0.pointee.type) == CMARK_NODE_PARAGRAPH.rawValue } ?? false
      && tip?.pointee.parent.map { UInt32($0.pointee.type) == CMARK_NODE_ITEM.rawValue } ?? false
  }

  /// Whether the rest of a line begins code that belongs to the item above it, or is text right below such code.
  mutating func begins(with line: LineCursor) -> Bool {
    guard followsText && line.beginsFence || followsCode && line.beginsWord else { return false }
    isBeginning = true
    return true
  }

  func owns(_ block: CNode) -> Bool { code == block }

  /// What an item around the open code is asked for instead of its own padding.
  func padding(of item: CNode) -> CInt? { code == nil ? nil : paddings[item] }

  /// Keeps the paddings of the items around the code that the line has begun.
  mutating func keep(_ items: [CNode], _ parser: UnsafeMutablePointer<cmark_parser>) {
    isBeginning = false
    guard let tip = parser.pointee.current, UInt32(tip.pointee.type) == CMARK_NODE_CODE_BLOCK.rawValue,
      tip.pointee.start_line == parser.pointee.line_number
    else { return }
    code = tip
    for item in items { paddings[item] = item.pointee.as.list.padding }
  }
}

/// The text of a note that begins on the line below its label.
enum NoteText {
  /// Whether a block is a note that has no text yet, right below its label.
  static func isAwaited(by node: CNode, _ parser: UnsafeMutablePointer<cmark_parser>) -> Bool {
    UInt32(node.pointee.type) == CMARK_NODE_FOOTNOTE_DEFINITION.rawValue && node.pointee.first_child == nil
      && node.pointee.start_line == parser.pointee.line_number
  }
}
