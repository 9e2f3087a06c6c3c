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

  /// Sets the paddings for a line that is about to be fed.
  mutating func prepare(_ parser: UnsafeMutablePointer<cmark_parser>, for line: UnsafeBufferPointer<UInt8>) {
    guard let root = parser.pointee.root, hasOpenChild(root) else { return }
    var cursor = LineCursor(line)
    guard !cursor.isBlank else { return }
    var node = root
    while hasOpenChild(node), let child = node.pointee.last_child {
      node = child
      guard step(into: node, &cursor) else { return }
    }
  }

  /// Puts the paddings back, and remembers blocks that were opened with another one.
  mutating func restore(_ parser: UnsafeMutablePointer<cmark_parser>) {
    for (item, padding) in changed {
      let used = item.pointee.as.list.padding
      item.pointee.as.list.padding = padding
      guard used != padding, let child = item.pointee.last_child, hasOpenChild(item) else { continue }
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
    let marker = Int(node.pointee.as.list.marker_offset), own = node.pointee.as.list.padding
    let indent = cursor.indent
    var padding = own
    if let override = overrides[node], override.child == node.pointee.last_child, hasOpenChild(node) {
      padding = override.padding
      // A note's text is indented by four columns of the page, wherever its mark stands.
      if UInt32(override.child.pointee.type) == CMARK_NODE_FOOTNOTE_DEFINITION.rawValue, indent >= marker + 4 {
        padding = min(padding, CInt(indent - marker - 4))
        if padding != own {
          node.pointee.as.list.padding = padding
          changed.append((node, own))
        }
        return cursor.take(marker + Int(padding))
      }
    }
    if indent < marker + Int(padding) {
      guard indent >= marker + 2 else { return false }
      padding = CInt(indent - marker)
    } else if isCodeOfFourColumnStyle(node, indent: indent, marker: marker, padding: padding) {
      padding = CInt(4)
    }
    if padding != own {
      node.pointee.as.list.padding = padding
      changed.append((node, own))
    }
    return cursor.take(marker + Int(padding))
  }

  /// Code in an item of 4-column style stands at 8 columns: measured by the item's text it would keep leading spaces.
  private func isCodeOfFourColumnStyle(_ node: CNode, indent: Int, marker: Int, padding: CInt) -> Bool {
    guard padding < 4, indent >= marker + 8, let last = node.pointee.last_child else { return false }
    let isLeaf = UInt32(last.pointee.type) == CMARK_NODE_PARAGRAPH.rawValue
    return isLeaf && last.pointee.flags & UInt16(CMARK_NODE__LAST_LINE_BLANK.rawValue) != 0
  }
}

/// A place in a line, counted in columns: a tab reaches to the next multiple of four.
struct LineCursor {
  private let line: UnsafeBufferPointer<UInt8>
  private var offset = 0
  private var column = 0
  /// Columns of a tab that are left after a part of it was taken.
  private var pending = 0

  init(_ line: UnsafeBufferPointer<UInt8>) { self.line = line }

  var isBlank: Bool { line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0a || $0 == 0x0d } }

  /// The columns of white space from here on.
  var indent: Int {
    var index = offset, column = column + pending
    while index < line.count {
      switch line[index] {
      case 0x20: column += 1
      case 0x09: column += 4 - column % 4
      default: return column - self.column
      }
      index += 1
    }
    return column - self.column
  }

  /// Takes columns of white space; false when there are not so many.
  mutating func take(_ count: Int) -> Bool {
    guard indent >= count else { return false }
    var left = count
    while left > 0 {
      if pending == 0 {
        pending = line[offset] == 0x09 ? 4 - column % 4 : 1
        offset += 1
      }
      let step = min(left, pending)
      pending -= step
      column += step
      left -= step
    }
    return true
  }

  /// Takes a quote mark with up to three columns before it and one after it.
  mutating func takeQuote() -> Bool {
    let before = indent
    guard before <= 3, take(before), pending == 0, offset < line.count, line[offset] == UInt8(ascii: ">") else {
      return false
    }
    offset += 1
    column += 1
    if indent > 0 { _ = take(1) }
    return true
  }
}
