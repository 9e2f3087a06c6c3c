import CCMarkGFM

/// `{#id .class key=value}` at the end of a block's text.
///
/// Source: Python-Markdown `attr_list`; the colon of `{: … }` is optional for headings, as it is there.
struct AttributeList {
  private static let booleans: Set<String> = [
    "hidden", "download", "reversed", "data-preview", "controls", "loop", "muted",
  ]

  private(set) var id: String?
  private(set) var classes: [String] = []
  private(set) var others: [(key: String, value: String)] = []

  /// For an element whose id is written by itself.
  mutating func dropID() { id = nil }

  var isEmpty: Bool { id == nil && classes.isEmpty && others.isEmpty }

  /// Reads the text between the braces; nil when it is something else.
  init?(_ text: ArraySlice<UInt8>) {
    for word in Self.words(text) {
      switch word.first {
      case UInt8(ascii: "#") where word.count > 1: id = String(decoding: word.dropFirst(), as: UTF8.self)
      case UInt8(ascii: ".") where word.count > 1: classes.append(String(decoding: word.dropFirst(), as: UTF8.self))
      default:
        guard let equals = word.firstIndex(of: UInt8(ascii: "=")), equals > word.startIndex else {
          // A bare word is an attribute named like its value, as in `{ hidden }`, but only a known one.
          let name = String(decoding: word, as: UTF8.self)
          guard Self.booleans.contains(name) else { return nil }
          others.append((name, name))
          continue
        }
        let value = word[(equals + 1)...].filter { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }
        others.append((String(decoding: word[..<equals], as: UTF8.self), String(decoding: value, as: UTF8.self)))
      }
    }
    if isEmpty { return nil }
  }

  /// Takes a list off the text that follows an inline element; nil when none begins there.
  static func takeFollowing(_ node: CNode) -> AttributeList? {
    guard let next = node.pointee.next, UInt32(next.pointee.type) == CMARK_NODE_TEXT.rawValue,
      next.pointee.as.literal.bytes.first == UInt8(ascii: "{")
    else { return nil }
    var text: [UInt8] = [], run: [CNode] = [], step: CNode? = next
    while let current = step, UInt32(current.pointee.type) == CMARK_NODE_TEXT.rawValue, text.count < 1_000 {
      text += current.pointee.as.literal.bytes
      run.append(current)
      if text.contains(UInt8(ascii: "}")) { break }
      step = current.pointee.next
    }
    guard let close = text.firstIndex(of: UInt8(ascii: "}")), let list = reading(text[1..<close]) else { return nil }
    var drop = close + 1
    for node in run {
      let length = Int(node.pointee.as.literal.len), cut = min(length, drop)
      dropFirst(cut, of: node)
      drop -= cut
    }
    return list
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

  /// The text between braces, with or without a colon at its start.
  private static func reading(_ inner: ArraySlice<UInt8>) -> AttributeList? {
    AttributeList(inner.first == UInt8(ascii: ":") ? inner.dropFirst() : inner)
  }

  /// Takes a list off that stands alone on the last line of a paragraph.
  static func takeLastLine(of block: CNode) -> AttributeList? {
    guard let last = block.pointee.last_child, UInt32(last.pointee.type) == CMARK_NODE_TEXT.rawValue,
      last.pointee.as.literal.bytes.last == UInt8(ascii: "}")
    else { return nil }
    var first = last
    while let previous = first.pointee.prev, UInt32(previous.pointee.type) == CMARK_NODE_TEXT.rawValue {
      first = previous
    }
    guard let lineEnd = first.pointee.prev, UInt32(lineEnd.pointee.type) == CMARK_NODE_SOFTBREAK.rawValue,
      first.pointee.as.literal.bytes.first == UInt8(ascii: "{"), let list = takeTrailing(of: block)
    else { return nil }
    // The line is gone, and so is its end.
    lineEnd.pointee.type = UInt16(CMARK_NODE_TEXT.rawValue)
    lineEnd.pointee.as.literal = cmark_chunk(data: nil, len: 0, alloc: 0)
    return list
  }

  /// Takes a trailing list off the text of a block; nil when there is none.
  static func takeTrailing(of block: CNode) -> AttributeList? {
    var text: [UInt8] = [], node = block.pointee.last_child, run: [CNode] = []
    while let current = node, UInt32(current.pointee.type) == CMARK_NODE_TEXT.rawValue {
      let bytes = current.pointee.as.literal.bytes
      text.insert(contentsOf: bytes, at: 0)
      run.insert(current, at: 0)
      if bytes.contains(UInt8(ascii: "{")) || text.count > 1_000 { break }
      node = current.pointee.prev
    }
    guard let open = text.lastIndex(of: UInt8(ascii: "{")), text.last == UInt8(ascii: "}") else { return nil }
    guard let list = reading(text[(open + 1)..<(text.count - 1)]) else { return nil }
    var keep = open
    while keep > 0, text[keep - 1] == UInt8(ascii: " ") { keep -= 1 }
    for node in run {
      let length = Int(node.pointee.as.literal.len)
      node.pointee.as.literal.len = CInt(min(length, keep))
      keep = max(0, keep - length)
    }
    return list
  }

  /// Splits at spaces outside quotes.
  private static func words(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var words: [ArraySlice<UInt8>] = [], start = text.startIndex, quote: UInt8?
    for index in text.indices {
      let byte = text[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") {
        if index > start { words.append(text[start..<index]) }
        start = index + 1
      }
    }
    if start < text.endIndex { words.append(text[start...]) }
    return words
  }
}
