import CCMarkGFM

/// Raw HTML that is being fed, with the code fences in it.
struct RawHTML {
  /// The offset after the end tag.
  let end: Int
  /// The fenced code that is open inside; it is read as code.
  var fence: CodeFence?
}

/// An element with Markdown inside that is open.
struct OpenElement {
  let endTag: Range<Int>
  /// The columns before its tags, where it stands in an item of a list.
  let indent: Int
}

extension LineFeeder {
  /// How many elements with Markdown inside may be open.
  private static let depthLimit = 100

  /// Feeds the start of an element; nil when none begins the line.
  mutating func elementPiece(_ line: Range<Int>) -> Int? {
    guard let first = line.first(where: { bytes[$0] != 0x20 }), bytes[first] == UInt8(ascii: "<"),
      first - line.lowerBound < 4,
      let element = finder.element(bytes, at: first, isDeep: elements.count >= Self.depthLimit)
    else { return nil }
    switch element.content {
    case .raw: return rawElement(element, line)
    case .blocks: return blocksElement(element, indent: isInItem(line) ? first - line.lowerBound : 0)
    case .inlines: return inlinesElement(element, indent: isInItem(line) ? first - line.lowerBound : 0)
    }
  }

  /// Whether a line belongs to an item of a list, as far as its indentation tells.
  private func isInItem(_ line: Range<Int>) -> Bool {
    guard let list = parser.pointee.root?.pointee.last_child, UInt32(list.pointee.type) == CMARK_NODE_LIST.rawValue,
      list.pointee.flags & UInt16(CMARK_NODE__OPEN.rawValue) != 0
    else { return false }
    return bytes[line].starts(with: "  ".utf8)
  }

  private mutating func rawElement(_ element: HTMLElement, _ line: Range<Int>) -> Int? {
    guard let endTag = element.endTag else { return nil }
    if endTag.upperBound <= line.upperBound {
      if !element.isKnown { reopenRaw() }
      feed(line.lowerBound..<endTag.upperBound)
      if !element.isKnown { setRaw(false) }
      feedBlank()
      return afterTag(endTag.upperBound)
    }
    if !element.isKnown { reopenRaw() }
    feed(line)
    setRaw(true)
    raw = RawHTML(end: endTag.upperBound)
    return line.upperBound
  }

  private mutating func blocksElement(_ element: HTMLElement, indent: Int) -> Int {
    feedTag(element.startTag, indent: indent)
    if let endTag = element.endTag, elements.count < Self.depthLimit {
      elements.append(OpenElement(endTag: endTag, indent: indent))
    }
    return afterTag(element.startTag.upperBound)
  }

  /// The content becomes a title without a container: inlines that stand for themselves.
  private mutating func inlinesElement(_ element: HTMLElement, indent: Int) -> Int? {
    guard let endTag = element.endTag else { return nil }
    feedTag(element.startTag, indent: indent)
    let content = element.startTag.upperBound..<endTag.lowerBound
    addInlines(UnsafeBufferPointer(rebasing: bytes[content]))
    parser.pointee.line_number += CInt(bytes[content].count { $0 == UInt8(ascii: "\n") })
    feedTag(endTag, indent: indent)
    return afterTag(endTag.upperBound)
  }

  private func addInlines(_ text: UnsafeBufferPointer<UInt8>) {
    let type = cmark_node_type(rawValue: CMarkLibrary.shared.kinds.title)
    let item = parser.pointee.current.flatMap { UInt32($0.pointee.type) == CMARK_NODE_ITEM.rawValue ? $0 : nil }
    guard let root = item ?? parser.pointee.root, let node = cmark_node_new_with_mem(type, parser.pointee.mem) else {
      return
    }
    node.pointee.extension = CMarkLibrary.shared.block
    node.pointee.as.html_block_type = ContainerBuilder.inlinesMark
    node.pointee.start_line = parser.pointee.line_number + 1
    cmark_strbuf_put(&node.pointee.content, text.baseAddress, CInt(text.count))
    CMarkParse.append(node, to: root)
  }

  /// Ends an element with Markdown inside: what stands before its end tag in the line is fed first.
  mutating func endElement(_ element: OpenElement, _ line: Range<Int>) -> Int {
    let tag = element.endTag
    // An element inside that ends later has taken the end tag for its own content.
    guard tag.lowerBound >= line.lowerBound else {
      elements.removeLast()
      return line.lowerBound
    }
    if bytes[line.lowerBound..<tag.lowerBound].contains(where: { !InputGuard.isWhite($0) }) {
      let before = line.lowerBound..<tag.lowerBound
      if isAtRoot(before), let next = elementPiece(before), next <= tag.lowerBound { return next }
      feed(before)
    }
    feedBlank()
    feedTag(tag, indent: element.indent)
    elements.removeLast()
    return afterTag(tag.upperBound)
  }

  /// Feeds a tag as a block of HTML of its own. A tag may span lines.
  private mutating func feedTag(_ tag: Range<Int>, indent: Int) {
    feed(tag, indent: indent)
    feedBlank()
  }

  /// The offset after a tag, and after its line when nothing else stands in it.
  private func afterTag(_ end: Int) -> Int {
    let rest = bytes[end...].prefix { $0 <= 0x20 && $0 != UInt8(ascii: "\n") }
    guard rest.endIndex < bytes.count, bytes[rest.endIndex] == UInt8(ascii: "\n") else { return end }
    parser.pointee.line_number += 1
    return rest.endIndex + 1
  }

  /// Feeds a line of raw HTML; fenced code in it is fed as code.
  mutating func rawPiece(_ line: Range<Int>) -> Int {
    guard let open = raw else { return line.upperBound }
    if let fence = open.fence {
      feed(line)
      if fence.isClosed(by: bytes, line) {
        raw?.fence = nil
        reopenRaw()
      }
      return line.upperBound
    }
    if open.end <= line.upperBound { return endRaw(at: open.end, line) }
    if let fence = CodeFence(bytes, line), !isPreformatted {
      raw?.fence = fence
      setRaw(false)
      feedBlank()
      feed(line)
      return line.upperBound
    }
    feed(line)
    if current == nil { reopenRaw() }
    return line.upperBound
  }

  private mutating func endRaw(at end: Int, _ line: Range<Int>) -> Int {
    // Fenced code may have swallowed the end tag.
    if end > line.lowerBound { feed(line.lowerBound..<end) }
    setRaw(false)
    feedBlank()
    raw = nil
    return end > line.lowerBound ? afterTag(end) : line.lowerBound
  }

  /// The block of HTML that is open.
  private var current: CNode? {
    parser.pointee.current.flatMap { UInt32($0.pointee.type) == CMARK_NODE_HTML_BLOCK.rawValue ? $0 : nil }
  }

  private var isPreformatted: Bool {
    current.map { $0.pointee.content.bytes.prefix(4).map { $0 | 0x20 }.elementsEqual("<pre".utf8) } ?? false
  }

  /// A block of the library's type 5 goes on over blank lines, one of type 6 ends there.
  private func setRaw(_ isRaw: Bool) { current?.pointee.as.html_block_type = isRaw ? 5 : 6 }

  /// Opens a block of type 5 and takes away the text that opens it.
  private func reopenRaw() {
    feedUncounted("<![CDATA[\n")
    if let current { cmark_strbuf_clear(&current.pointee.content) }
  }
}
