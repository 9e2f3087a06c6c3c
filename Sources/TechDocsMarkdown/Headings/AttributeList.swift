import CCMarkGFM

/// `{#id .class key=value}` at the end of a block's text.
///
/// Source: Python-Markdown `attr_list`; the colon of `{: … }` is optional for headings, as it is there.
struct AttributeList {
  private(set) var id: String?
  private(set) var classes: [String] = []
  private(set) var others: [(key: String, value: String)] = []

  var isEmpty: Bool { id == nil && classes.isEmpty && others.isEmpty }

  /// Reads the text between the braces; nil when it is something else.
  init?(_ text: ArraySlice<UInt8>) {
    for word in Self.words(text) {
      switch word.first {
      case UInt8(ascii: "#") where word.count > 1: id = String(decoding: word.dropFirst(), as: UTF8.self)
      case UInt8(ascii: ".") where word.count > 1: classes.append(String(decoding: word.dropFirst(), as: UTF8.self))
      default:
        guard let equals = word.firstIndex(of: UInt8(ascii: "=")), equals > word.startIndex else { return nil }
        let value = word[(equals + 1)...].filter { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }
        others.append((String(decoding: word[..<equals], as: UTF8.self), String(decoding: value, as: UTF8.self)))
      }
    }
    if isEmpty { return nil }
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
    let inner = text[(open + 1)..<(text.count - 1)]
    guard let list = AttributeList(inner.first == UInt8(ascii: ":") ? inner.dropFirst() : inner) else { return nil }
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
