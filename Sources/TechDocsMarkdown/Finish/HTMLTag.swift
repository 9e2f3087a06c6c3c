/// A tag as it stands in a text: ranges are offsets.
struct HTMLTag {
  struct Attribute {
    var name: Range<Int>
    /// Without quotes; empty for an attribute without a value.
    var value: Range<Int>
  }

  var name: Range<Int>
  var isEnd: Bool
  var attributes: [Attribute]
  /// One past the `>`.
  var end: Int

  /// Reads a tag whose `<` stands at `start`; nil when no `>` ends it or no letter begins it.
  ///
  /// Source: HTML, "Tokenization": names end at white space, `/` and `>`; values are quoted with `"`, `'` or not.
  init?(_ text: UnsafeBufferPointer<UInt8>, at start: Int) {
    var index = start + 1
    guard index < text.count else { return nil }
    isEnd = text[index] == UInt8(ascii: "/")
    if isEnd { index += 1 }
    let nameStart = index
    guard index < text.count, Self.isLetter(text[index]) else { return nil }
    while index < text.count, !Self.endsName(text[index]) { index += 1 }
    name = nameStart..<index
    attributes = []
    end = index
    while true {
      while index < text.count, Self.isWhite(text[index]) || text[index] == UInt8(ascii: "/") { index += 1 }
      guard index < text.count else { return nil }
      if text[index] == UInt8(ascii: ">") {
        end = index + 1
        return
      }
      guard let attribute = Self.attribute(text, &index) else { return nil }
      // More attributes than any page needs are dropped, so that none can be made quadratic.
      if attributes.count < 64 { attributes.append(attribute) }
    }
  }

  private static func attribute(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Attribute? {
    let start = index
    index += 1
    while index < text.count, !endsName(text[index]), text[index] != UInt8(ascii: "=") { index += 1 }
    let name = start..<index
    var ahead = index
    while ahead < text.count, isWhite(text[ahead]) { ahead += 1 }
    guard ahead < text.count else { return nil }
    guard text[ahead] == UInt8(ascii: "=") else { return Attribute(name: name, value: index..<index) }
    ahead += 1
    while ahead < text.count, isWhite(text[ahead]) { ahead += 1 }
    guard ahead < text.count else { return nil }
    let quote = text[ahead]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      guard let close = text[(ahead + 1)...].firstIndex(of: quote) else { return nil }
      index = close + 1
      return Attribute(name: name, value: ahead + 1..<close)
    }
    index = ahead
    while index < text.count, !isWhite(text[index]), text[index] != UInt8(ascii: ">") { index += 1 }
    return Attribute(name: name, value: ahead..<index)
  }

  static func isWhite(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }
  static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }
  private static func endsName(_ byte: UInt8) -> Bool {
    isWhite(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
  }
}
