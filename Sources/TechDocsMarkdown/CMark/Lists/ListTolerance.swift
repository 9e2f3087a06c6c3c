import CCMarkGFM

/// Lets a list item own what is indented by 2 or by 4 columns, not only by its content's column.
///
/// GitHub's authors indent to the text, TechDocs' by 2, Material's by 4: each meant the block to belong to the item.
/// The library asks an item for its `padding`; before a line is fed, the padding of the open items is set to what
/// this line's author meant, and put back afterwards. No text is rewritten, so every column stays true.
struct ListTolerance {
  /// A block that was opened with another padding than its item's: its later lines are measured by it too.
  private struct Override {
    let child: CNode
    let padding: CInt
  }

  private var overrides: [CNode: Override] = [:]
  private var changed: [(item: CNode, padding: CInt)] = []
  private var below = FenceBelowItem()
  /// How many columns the line lacks to be the first of a note's text.
  private(set) var missing = 0
  /// Where the line goes on behind what the open blocks take off it.
  private(set) var offset = 0

  /// Sets the paddings for a line that is about to be fed.
  mutating func prepare(_ parser: UnsafeMutablePointer<cmark_parser>, for line: UnsafeBufferPointer<UInt8>) {
    (missing, offset) = (0, 0)
    guard let root = parser.pointee.root, hasOpenChild(root) else { return }
    var cursor = LineCursor(line)
    guard !cursor.isBlank else { return }
    below.prepare(parser)
    defer { offset = cursor.offset }
    var node = root
    while hasOpenChild(node), let child = node.pointee.last_child {
      node = child
      guard step(into: node, &cursor) else {
        if NoteText.isAwaited(by: node, parser), !cursor.hasQuotes, InputGuard.isWhite(line[0]) || cursor.beginsWord {
          missing = 4 - cursor.indent
        }
        return
      }
    }
  }

  /// Whether fenced code at the edge of the page belongs to an item.
  func owns(_ code: CNode) -> Bool { below.owns(code) }

  /// Puts the paddings back, and remembers blocks that were opened with another one.
  mutating func restore(_ parser: UnsafeMutablePointer<cmark_parser>) {
    let isBelow = below.isBeginning
    if isBelow { below.keep(changed.map(\.item), parser) }
    for (item, padding) in changed {
      let used = item.pointee.as.list.padding
      item.pointee.as.list.padding = padding
      guard used != padding, !isBelow, let child = item.pointee.last_child, hasOpenChild(item) else { continue }
      let isNote = UInt32(child.pointee.type) == CMARK_NODE_FOOTNOTE_DEFINITION.rawValue
      if child.pointee.start_line == parser.pointee.line_number || !isNote && overrides[item]?.child == child {
        overrides[item] = Override(child: child, padding: used)
      }
    }
    changed.removeAll(keepingCapacity: true)
  }

  private func hasOpenChild(_ node: CNode) -> Bool {
    node.pointee.last_child.map { $0.pointee.flags & UInt16(CMARK_NODE__OPEN.rawValue) != 0 } ?? false
  }

  /// Takes off the line what the block takes off; false where the line leaves it or the block holds no blocks.
  private mutating func step(into node: CNode, _ cursor: inout LineCursor) -> Bool {
    switch UInt32(node.pointee.type) {
    case CMARK_NODE_LIST.rawValue: return true
    case CMARK_NODE_ITEM.rawValue: return item(node, &cursor)
    case CMARK_NODE_BLOCK_QUOTE.rawValue: return cursor.takeQuote()
    case CMARK_NODE_FOOTNOTE_DEFINITION.rawValue: return cursor.take(4)
    case CMarkLibrary.shared.kinds.container where FencedBlock.isFenced(node): return !FencedBlock.isClosed(node)
    case CMarkLibrary.shared.kinds.container:
      guard cursor.indent >= 4 else { return false }
      return cursor.take(min(cursor.indent, Int(node.pointee.internal_offset) + 4))
    default: return false
    }
  }

  private mutating func item(_ node: CNode, _ cursor: inout LineCursor) -> Bool {
    guard let padding = padding(of: node, cursor) else { return false }
    let own = node.pointee.as.list.padding
    if padding != own {
      node.pointee.as.list.padding = padding
      changed.append((node, own))
    }
    return cursor.take(Int(node.pointee.as.list.marker_offset + padding))
  }

  /// How far behind an item's mark the line's text begins; nil where the line leaves the item.
  private mutating func padding(of node: CNode, _ cursor: LineCursor) -> CInt? {
    let marker = Int(node.pointee.as.list.marker_offset), indent = cursor.indent
    if let padding = below.padding(of: node) { return min(padding, CInt(indent - marker)) }
    var padding = node.pointee.as.list.padding
    if let child = node.pointee.last_child, hasOpenChild(node) {
      if let override = overrides[node], override.child == child { padding = override.padding }
      // A note's text is indented by four columns of the page, wherever its mark stands.
      if UInt32(child.pointee.type) == CMARK_NODE_FOOTNOTE_DEFINITION.rawValue, indent >= marker + 4 {
        return min(padding, CInt(indent - marker - 4))
      }
    }
    if indent < marker + Int(padding) {
      // A mark one column in is a slip: the item is indented as if it stood at the edge.
      let isInside = indent >= marker + 2 || marker == 1 && indent == 2
      return isInside || below.begins(with: cursor) ? CInt(indent - marker) : nil
    }
    return isCodeOfFourColumnStyle(node, indent: indent, marker: marker, padding: padding) ? 4 : padding
  }

  /// Code in an item of 4-column style stands at 8 columns: measured by the item's text it would keep leading spaces.
  private func isCodeOfFourColumnStyle(_ node: CNode, indent: Int, marker: Int, padding: CInt) -> Bool {
    guard padding < 4, indent >= marker + 8, let last = node.pointee.last_child else { return false }
    let isLeaf = UInt32(last.pointee.type) == CMARK_NODE_PARAGRAPH.rawValue
    return isLeaf && last.pointee.flags & UInt16(CMARK_NODE__LAST_LINE_BLANK.rawValue) != 0
  }
}
