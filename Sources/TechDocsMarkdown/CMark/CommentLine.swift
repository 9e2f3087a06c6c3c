/// A line that begins with a comment and goes on with text: `<!-- since 2.1 --> See [the guide]`.
///
/// Source: Python-Markdown, where what stands behind the comment is Markdown. CommonMark reads the whole line as raw HTML.
enum CommentLine {
  /// The line with a mark that nobody sees before the comment, so that it begins no raw HTML; nil for any other line.
  static func marked(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> [UInt8]? {
    guard let start = start(text, line), let end = end(text, start..<line.upperBound),
      let next = text[end..<line.upperBound].first(where: { $0 > 0x20 }), next != UInt8(ascii: "<")
    else { return nil }
    return text[line.lowerBound..<start] + [RendererMarks.targetEnd] + text[start..<line.upperBound]
  }

  /// Where the comment begins, behind the marks of blocks only.
  private static func start(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Int? {
    var spaces = 0
    for index in line.prefix(40) {
      switch text[index] {
      case 0x20:
        spaces += 1
        // Further in it were code.
        if spaces > (index - line.lowerBound < 4 ? 3 : 4) { return nil }
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ">"), UInt8(ascii: ":"),
        UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        spaces = 0
      case UInt8(ascii: "<"):
        return text[index..<line.upperBound].starts(with: "<!--".utf8) ? index : nil
      default: return nil
      }
    }
    return nil
  }

  /// The offset behind a comment that ends in the line.
  private static func end(_ text: UnsafeBufferPointer<UInt8>, _ rest: Range<Int>) -> Int? {
    var index = rest.lowerBound + 4
    while index + 2 < rest.upperBound {
      if text[index] == UInt8(ascii: "-"), text[index + 1] == UInt8(ascii: "-"), text[index + 2] == UInt8(ascii: ">") {
        return index + 3
      }
      index += 1
    }
    return nil
  }
}
