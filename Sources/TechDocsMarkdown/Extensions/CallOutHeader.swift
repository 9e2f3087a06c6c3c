import TechDocsModel

/// The header line that admonitions and details share: three marks, an optional `+`, words, a quoted title.
enum CallOutHeader {
  static func read(_ line: UnsafeBufferPointer<UInt8>, marker: UInt8) -> BlockHeader? {
    guard line.count >= 3, line[0] == marker, line[1] == marker, line[2] == marker else { return nil }
    var index = 3
    let isOpen = index < line.count && line[index] == UInt8(ascii: "+")
    if isOpen { index += 1 }
    skipSpaces(line, &index)
    let type = index..<endOfWords(line, from: index)
    index = type.upperBound
    skipSpaces(line, &index)
    var header = BlockHeader(type: trimmed(type, in: line), isOpen: isOpen)
    if let title = quoted(line, &index) {
      header.title = title.isEmpty ? nil : title
      header.isBare = title.isEmpty
    }
    skipSpaces(line, &index)
    let isWhole = isEnd(line, index)
    let isNamed = !header.type.isEmpty || marker == UInt8(ascii: "?") && header.title != nil
    return isWhole && isNamed ? header : nil
  }

  /// Whether nothing but the line end is left.
  static func isEnd(_ line: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    index == line.count || line[index] == UInt8(ascii: "\n") || line[index] == UInt8(ascii: "\r")
  }

  /// The words, lower-cased, as classes.
  static func putClasses(_ header: BlockHeader, _ line: UnsafeBufferPointer<UInt8>, into html: inout HTMLBuffer) {
    for index in header.type { html.put(lowered(line[index])) }
  }

  /// The first word, capitalised, as a title.
  static func putTypeAsTitle(_ header: BlockHeader, _ line: UnsafeBufferPointer<UInt8>, into html: inout HTMLBuffer) {
    for index in header.type {
      if line[index] == UInt8(ascii: " ") { break }
      let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lowered(line[index]))
      html.put(index == header.type.lowerBound && isLetter ? lowered(line[index]) & ~0x20 : lowered(line[index]))
    }
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  static func skipSpaces(_ line: UnsafeBufferPointer<UInt8>, _ index: inout Int) {
    while index < line.count, line[index] == UInt8(ascii: " ") || line[index] == UInt8(ascii: "\t") { index += 1 }
  }

  /// Letters, digits, `_`, `-` and single spaces between them.
  private static func endOfWords(_ line: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < line.count {
      switch line[index] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: " "):
        index += 1
      default: return index
      }
    }
    return index
  }

  private static func trimmed(_ range: Range<Int>, in line: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, line[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return range.lowerBound..<end
  }

  /// The text between the quotes of the rest of the line.
  static func quoted(_ line: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Range<Int>? {
    guard index < line.count, line[index] == UInt8(ascii: "\"") else { return nil }
    var end = line.count - 1
    while end > index, line[end] != UInt8(ascii: "\"") { end -= 1 }
    guard end > index else { return nil }
    let text = index + 1..<end
    index = end + 1
    return text
  }
}
