/// A tag as it stands in a text: ranges are offsets.
struct HTMLTag {
  struct Attribute {
    var name: Range<Int>
    /// Without quotes; empty for an attribute without a value.
    var value: Range<Int>
  }

  var name: Range<Int>
  var isEnd: Bool
  /// Where the attributes begin, read one by one with `nextAttribute`.
  let attributesStart: Int
  /// One past the `>`.
  var end: Int

  /// More attributes than any page needs are dropped, so that none can be made quadratic.
  static let attributeLimit = 64

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
    attributesStart = index
    while Self.attribute(text, &index) != nil {}
    guard index < text.count, text[index] == UInt8(ascii: ">") else { return nil }
    end = index + 1
  }

  /// Its attributes, the first ones of too many.
  func attributes(_ text: UnsafeBufferPointer<UInt8>) -> [Attribute] {
    var attributes: [Attribute] = [], index = attributesStart
    while attributes.count < Self.attributeLimit, let next = Self.attribute(text, &index) { attributes.append(next) }
    return attributes
  }

  /// The attribute at or after `index`, which moves behind it; nil at the `>` or where the text ends inside one.
  @inline(__always)
  static func attribute(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Attribute? {
    while index < text.count, isWhite(text[index]) || text[index] == UInt8(ascii: "/") { index += 1 }
    guard index < text.count, text[index] != UInt8(ascii: ">") else { return nil }
    let start = index
    index += 1
    while index < text.count, !endsName(text[index]), text[index] != UInt8(ascii: "=") { index += 1 }
    let name = start..<index
    var ahead = index
    while ahead < text.count, isWhite(text[ahead]) { ahead += 1 }
    guard ahead < text.count, text[ahead] == UInt8(ascii: "=") else {
      return Attribute(name: name, value: index..<index)
    }
    return value(text, ahead + 1, &index).map { Attribute(name: name, value: $0) }
  }

  private static func value(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ index: inout Int) -> Range<Int>? {
    var ahead = start
    while ahead < text.count, isWhite(text[ahead]) { ahead += 1 }
    guard ahead < text.count else {
      index = text.count
      return nil
    }
    let quote = text[ahead]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      guard let close = text[(ahead + 1)...].firstIndex(of: quote) else {
        index = text.count
        return nil
      }
      index = close + 1
      return (ahead + 1)..<close
    }
    index = ahead
    while index < text.count, !isWhite(text[index]), text[index] != UInt8(ascii: ">") { index += 1 }
    return ahead..<index
  }

  @inline(__always)
  static func isWhite(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }
  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }
  @inline(__always)
  private static func endsName(_ byte: UInt8) -> Bool {
    isWhite(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
  }
}
