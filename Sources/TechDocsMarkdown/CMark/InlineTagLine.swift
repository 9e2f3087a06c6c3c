/// A line that begins with HTML of running text: nothing but a tag (`<br>`, `<a name="x"></a>`, `<img …>`), or a comment and text behind it.
///
/// Source: Python-Markdown, where such a line begins a paragraph. CommonMark reads raw HTML, up to the next blank line or to the line's end, and
/// the Markdown in it would be shown as it is written.
enum InlineTagLine {
  static let names: Set<String> = [
    "a", "abbr", "b", "bdi", "bdo", "br", "button", "cite", "code", "del", "dfn", "em", "font", "i", "img", "input",
    "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt",
    "u", "var", "wbr",
  ]

  /// Where a mark that nobody sees keeps the line from beginning raw HTML; nil for any other line. What stands before `start` is indentation.
  static func place(in line: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let first = tag(in: line, from: start) else { return nil }
    return isComment(line, first) || isTag(line, first) ? first : nil
  }

  /// Where a tag begins behind nothing but spaces and the marks of items, quotes and definitions.
  private static func tag(in line: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var spaces = 0, limit = 3
    for index in start..<min(start + 40, line.count) {
      switch line[index] {
      case 0x20:
        spaces += 1
        // Further in it were code.
        if spaces > limit { return nil }
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ">"), UInt8(ascii: ":"),
        UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        (spaces, limit) = (0, 4)
      case UInt8(ascii: "<"): return index
      default: return nil
      }
    }
    return nil
  }

  /// Whether a comment stands here that text follows in the line.
  private static func isComment(_ line: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    guard line[start...].starts(with: "<!--".utf8) else { return false }
    var index = start + 4
    while index + 2 < line.count {
      if line[index] == UInt8(ascii: "-"), line[index + 1] == UInt8(ascii: "-"), line[index + 2] == UInt8(ascii: ">") {
        return line[(index + 3)...].first { $0 > 0x20 }.map { $0 != UInt8(ascii: "<") } ?? false
      }
      index += 1
    }
    return false
  }

  /// Whether a tag of running text stands here, and the line ends in a tag.
  private static func isTag(_ line: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    let name = line[(start + 1)...].drop { $0 == UInt8(ascii: "/") }.prefix { HTMLTag.isLetter($0) }
    guard !name.isEmpty, name.count < 7, line.last(where: { $0 > 0x20 }) == UInt8(ascii: ">") else { return false }
    return names.contains(String(decoding: name, as: UTF8.self).lowercased())
  }
}
