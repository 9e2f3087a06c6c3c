import CCMarkGFM

/// A line across the page that is written as dashes alone, so that it might have been meant as an underline.
enum DashedBreak {
  private static let dashes: CInt = 1, belowComment: CInt = 2

  static func isDashed(_ node: CNode) -> Bool { node.pointee.internal_offset >= dashes }

  /// Whether the line above ends in a comment and a space.
  static func isBelowComment(_ node: CNode) -> Bool { node.pointee.internal_offset == belowComment }

  /// Remembers how a line across the page was written that has just been fed.
  static func note(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, _ parser: UnsafeMutablePointer<cmark_parser>)
  {
    guard let node = parser.pointee.root?.pointee.last_child,
      UInt32(node.pointee.type) == CMARK_NODE_THEMATIC_BREAK.rawValue,
      node.pointee.start_line == parser.pointee.line_number,
      text[line].drop(while: { $0 == UInt8(ascii: "-") }).allSatisfy({ $0 <= 0x20 })
    else { return }
    let above = text[..<line.lowerBound].suffix(20).dropLast()
    let isSpaced = above.last == 0x20 && above.reversed().drop { $0 == 0x20 }.prefix(3).elementsEqual(">--".utf8)
    node.pointee.internal_offset = isSpaced ? belowComment : dashes
  }
}

/// A space that does not break, typed by accident behind the marks of a heading.
enum HardSpace {
  /// The line with spaces for it, as many as it has bytes; nil for any other line.
  static func replaced(after text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> [UInt8]? {
    guard text[line.lowerBound] == UInt8(ascii: "#") else { return nil }
    let marks = text[line].prefix { $0 == UInt8(ascii: "#") }
    let space = marks.endIndex
    guard marks.count <= 6, space + 1 < line.upperBound, text[space] == 0xc2, text[space + 1] == 0xa0 else {
      return nil
    }
    return Array(marks) + [0x20, 0x20] + text[(space + 2)..<line.upperBound]
  }
}
