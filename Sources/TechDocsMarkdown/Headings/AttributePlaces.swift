import CCMarkGFM

/// Where attribute lists stand in the tree, and how they are taken out of its text.
extension AttributeList {
  /// Takes a list off the text that follows an inline element; nil when none begins there.
  static func takeFollowing(_ node: CNode) -> AttributeList? {
    guard let next = node.pointee.next, isText(next), next.pointee.as.literal.bytes.first == UInt8(ascii: "{") else {
      return nil
    }
    var text: [UInt8] = [], run: [CNode] = [], step: CNode? = next
    while let current = step, isText(current), text.count < 1_000 {
      text += current.pointee.as.literal.bytes
      run.append(current)
      if closingBrace(text) != nil { break }
      step = current.pointee.next
    }
    guard let close = closingBrace(text), let list = AttributeList(text[1..<close]) else { return nil }
    var drop = close + 1
    for node in run {
      let length = Int(node.pointee.as.literal.len), cut = min(length, drop)
      dropFirst(cut, of: node)
      drop -= cut
    }
    return list
  }

  /// The first brace that closes the list, outside quotes.
  private static func closingBrace(_ text: [UInt8]) -> Int? {
    var quote: UInt8?
    for (index, byte) in text.enumerated() {
      if byte == quote {
        quote = nil
      } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"),
        index > 0, text[index - 1] == UInt8(ascii: "=")
      {
        quote = byte
      } else if quote == nil, byte == UInt8(ascii: "}") {
        return index
      }
    }
    return nil
  }

  /// The library frees what it allocated by its start, so owned text is moved instead of the pointer.
  static func dropFirst(_ count: Int, of node: CNode) {
    let length = Int(node.pointee.as.literal.len)
    if node.pointee.as.literal.alloc != 0, let data = node.pointee.as.literal.data {
      data.update(from: data + count, count: length - count)
    } else {
      node.pointee.as.literal.data += count
    }
    node.pointee.as.literal.len = CInt(length - count)
  }

  /// Takes a list off that stands alone on the last line of a paragraph.
  static func takeLastLine(of block: CNode) -> AttributeList? {
    guard let last = block.pointee.last_child, isText(last), last.pointee.as.literal.bytes.last == UInt8(ascii: "}")
    else { return nil }
    var first = last
    while let previous = first.pointee.prev, isText(previous) { first = previous }
    guard let lineEnd = first.pointee.prev, UInt32(lineEnd.pointee.type) == CMARK_NODE_SOFTBREAK.rawValue,
      first.pointee.as.literal.bytes.first == UInt8(ascii: "{"), let list = take(of: block, isLine: true)
    else { return nil }
    // The line is gone, and so is its end.
    lineEnd.pointee.type = UInt16(CMARK_NODE_TEXT.rawValue)
    lineEnd.pointee.as.literal = cmark_chunk(data: nil, len: 0, alloc: 0)
    return list
  }

  /// Takes a list that stands alone on the line right below a block; nothing is left of its paragraph.
  static func takeLine(below block: CNode) -> AttributeList? {
    guard let paragraph = block.pointee.next, UInt32(paragraph.pointee.type) == CMARK_NODE_PARAGRAPH.rawValue,
      paragraph.pointee.start_line == block.pointee.end_line + 1, let text = paragraph.pointee.first_child,
      text == paragraph.pointee.last_child, isText(text), text.pointee.as.literal.bytes.first == UInt8(ascii: "{"),
      let list = take(of: paragraph, isLine: true)
    else { return nil }
    cmark_node_free(text)
    return list
  }

  /// Takes a list off that stands behind a space at the end of a block's text; nil when there is none.
  static func takeTrailing(of block: CNode) -> AttributeList? { take(of: block, isLine: false) }

  private static func take(of block: CNode, isLine: Bool) -> AttributeList? {
    var text: [UInt8] = [], node = block.pointee.last_child, run: [CNode] = []
    while let current = node, isText(current) {
      let bytes = current.pointee.as.literal.bytes
      text.insert(contentsOf: bytes, at: 0)
      run.insert(current, at: 0)
      if bytes.contains(UInt8(ascii: "{")) || text.count > 1_000 { break }
      node = current.pointee.prev
    }
    guard let open = text.lastIndex(of: UInt8(ascii: "{")), text.last == UInt8(ascii: "}"),
      isLine || open > 0 && text[open - 1] == 0x20, let list = AttributeList(text[(open + 1)..<(text.count - 1)])
    else { return nil }
    var keep = open
    while keep > 0, text[keep - 1] == 0x20 { keep -= 1 }
    for node in run {
      let length = Int(node.pointee.as.literal.len)
      node.pointee.as.literal.len = CInt(min(length, keep))
      keep = max(0, keep - length)
    }
    return list
  }

  private static func isText(_ node: CNode) -> Bool { UInt32(node.pointee.type) == CMARK_NODE_TEXT.rawValue }
}
