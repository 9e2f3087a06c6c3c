/// Cuts an XML text into pieces, from left to right and without recursion.
///
/// A browser reads an SVG file as XML, which knows one way to read each byte and stops at the first fault: so does this.
struct XMLReader {
  enum Piece {
    case text(Range<Int>)
    /// The content of `<![CDATA[…]]>`.
    case characterData(Range<Int>)
    case tag(XMLTag)
    case instruction(Range<Int>)
    case comment
    /// `<!DOCTYPE …>` with its inner declarations; empty when it has none.
    case doctype(Range<Int>)
  }

  let text: UnsafeBufferPointer<UInt8>
  private var index = 0
  /// Whether the text is not well-formed from here on.
  private(set) var isBroken = false

  init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  /// The next piece; nil at the end or at a fault.
  mutating func next() -> Piece? {
    guard !isBroken, index < text.count else { return nil }
    let piece = text[index] == UInt8(ascii: "<") ? markup() : characters()
    if piece == nil { isBroken = true }
    return piece
  }

  private mutating func characters() -> Piece? {
    let start = index
    index = text[index...].firstIndex(of: UInt8(ascii: "<")) ?? text.count
    return .text(start..<index)
  }

  private mutating func markup() -> Piece? {
    if has("<!--") { return range(after: 4, to: "-->").map { _ in .comment } }
    if has("<![CDATA[") { return range(after: 9, to: "]]>").map { .characterData($0) } }
    if has("<?") { return range(after: 2, to: "?>").map { .instruction($0) } }
    if has("<!DOCTYPE") { return doctype() }
    guard let tag = XMLTag(text, at: index) else { return nil }
    index = tag.end
    return .tag(tag)
  }

  /// What stands between an opening of `length` bytes and `end`; nil when it never ends.
  private mutating func range(after length: Int, to end: StaticString) -> Range<Int>? {
    let start = index + length
    index = start
    while index < text.count, !has(end) { index += 1 }
    guard index < text.count else { return nil }
    defer { index += end.utf8CodeUnitCount }
    return start..<index
  }

  private mutating func doctype() -> Piece? {
    var subset: Int?, quote: UInt8?
    while index < text.count {
      let byte = text[index]
      index += 1
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "["), subset == nil {
        subset = index
      } else if byte == UInt8(ascii: "]"), let subset {
        guard let end = text[index...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
        defer { index = end + 1 }
        return .doctype(subset..<(index - 1))
      } else if byte == UInt8(ascii: ">"), subset == nil {
        return .doctype(index..<index)
      }
    }
    return nil
  }

  private func has(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard index + count <= text.count else { return false }
    return (0..<count).allSatisfy { text[index + $0] == word.utf8Start[$0] }
  }
}

/// A tag of an XML text; ranges are offsets.
struct XMLTag {
  struct Attribute {
    let name: Range<Int>
    /// Without the quotes.
    let value: Range<Int>
  }

  let name: Range<Int>
  let isEnd: Bool
  let isEmpty: Bool
  private(set) var attributes: [Attribute] = []
  /// One past the `>`.
  let end: Int

  /// More than any drawing needs; a tag with more is taken for a fault.
  private static let attributeLimit = 1_000

  /// Reads the tag whose `<` stands at `start`; nil when it is not well-formed.
  init?(_ text: UnsafeBufferPointer<UInt8>, at start: Int) {
    var index = start + 1
    isEnd = index < text.count && text[index] == UInt8(ascii: "/")
    if isEnd { index += 1 }
    guard let name = Self.name(text, &index) else { return nil }
    self.name = name
    while true {
      Self.skipWhite(text, &index)
      guard index < text.count else { return nil }
      if text[index] == UInt8(ascii: ">") { break }
      if text[index] == UInt8(ascii: "/"), index + 1 < text.count, text[index + 1] == UInt8(ascii: ">") { break }
      guard let attribute = Self.attribute(text, &index), attributes.count < Self.attributeLimit else { return nil }
      attributes.append(attribute)
    }
    isEmpty = text[index] == UInt8(ascii: "/")
    end = index + (isEmpty ? 2 : 1)
  }

  private static func attribute(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Attribute? {
    guard let name = name(text, &index) else { return nil }
    skipWhite(text, &index)
    guard index < text.count, text[index] == UInt8(ascii: "=") else { return nil }
    index += 1
    skipWhite(text, &index)
    guard index < text.count, text[index] == UInt8(ascii: "\"") || text[index] == UInt8(ascii: "'"),
      let close = text[(index + 1)...].firstIndex(of: text[index])
    else { return nil }
    defer { index = close + 1 }
    return Attribute(name: name, value: (index + 1)..<close)
  }

  private static func name(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Range<Int>? {
    let start = index
    while index < text.count, isName(text[index]) { index += 1 }
    return index > start ? start..<index : nil
  }

  private static func skipWhite(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int) {
    while index < text.count, text[index] <= 0x20 { index += 1 }
  }

  private static func isName(_ byte: UInt8) -> Bool {
    byte > 0x20 && !"<>/=\"'".utf8.contains(byte)
  }
}
