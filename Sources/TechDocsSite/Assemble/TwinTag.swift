/// A tag of published Markdown that is harmless but for its style, outside of code.
///
/// A style could lay the page over the site's own frame where a host serves Markdown as HTML. In code it stays, as text.
struct TwinTag {
  /// The tag without its style.
  let plain: [UInt8]
  /// The offset after its `>`.
  let end: Int

  /// nil where no tag with a style begins at the `<`.
  init?(_ text: [UInt8], at start: Int) {
    guard let close = Self.close(text, from: start + 1) else { return nil }
    var plain: [UInt8] = [], index = start, hasStyle = false
    while index < close {
      let piece = Self.piece(text, index, close)
      if Self.isStyle(text[piece]) { hasStyle = true } else { plain += text[piece] }
      index = piece.upperBound
    }
    guard hasStyle else { return nil }
    while plain.last == 0x20 { plain.removeLast() }
    self.plain = plain + [UInt8(ascii: ">")]
    end = close + 1
  }

  /// The `>` that ends a tag; nil where another `<` comes first.
  private static func close(_ text: [UInt8], from start: Int) -> Int? {
    var quote: UInt8?
    for index in start..<text.count {
      let byte = text[index]
      if byte == UInt8(ascii: "<") { return nil }
      if byte == UInt8(ascii: ">"), quote == nil { return index }
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = quote == nil ? byte : quote == byte ? nil : quote
      }
    }
    return nil
  }

  /// White space, or a word up to white space outside of quotes.
  private static func piece(_ text: [UInt8], _ start: Int, _ end: Int) -> Range<Int> {
    if isWhite(text[start]) { return start..<(text[start..<end].firstIndex { !isWhite($0) } ?? end) }
    var quote: UInt8?, index = start
    while index < end, quote != nil || !isWhite(text[index]) {
      let byte = text[index]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = quote == nil ? byte : quote == byte ? nil : quote
      }
      index += 1
    }
    return start..<index
  }

  private static func isStyle(_ piece: ArraySlice<UInt8>) -> Bool {
    piece.prefix(6).map { $0 | 0x20 }.elementsEqual("style=".utf8.map { $0 | 0x20 })
  }

  private static func isWhite(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0a || byte == 0x0d }
}

/// Where code stands in Markdown, as far as one look at each line tells.
struct TwinCode {
  private var fence: UInt8?
  private var isLineCode = false
  private var ticks = 0

  /// Whether what follows the bytes so far is code.
  var isCode: Bool { fence != nil || isLineCode || ticks % 2 == 1 }

  /// A line begins at an offset.
  mutating func beginLine(_ text: [UInt8], at start: Int) {
    ticks = 0
    let indent = text[start...].prefix { $0 == 0x20 || $0 == UInt8(ascii: ">") }
    let first = indent.endIndex
    isLineCode = indent.count > 3 || first < text.count && text[first] == 0x09
    guard first + 2 < text.count, [UInt8(ascii: "`"), UInt8(ascii: "~")].contains(text[first]),
      text[first...(first + 2)].allSatisfy({ $0 == text[first] })
    else { return }
    if fence == nil { fence = text[first] } else if fence == text[first] { fence = nil }
  }

  mutating func take(_ byte: UInt8) {
    if byte == UInt8(ascii: "`") { ticks += 1 }
  }
}
