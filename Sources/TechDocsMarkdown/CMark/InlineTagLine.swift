/// A line that is nothing but a tag of an element that stands in text: `<br>`, `<a name="x"></a>`, `<img …>`.
///
/// Source: Python-Markdown, where such a line begins a paragraph. CommonMark reads raw HTML up to the next blank line,
/// and the Markdown in it would be shown as it is written.
enum InlineTagLine {
  static let names: Set<String> = [
    "a", "abbr", "b", "bdi", "bdo", "br", "button", "cite", "code", "del", "dfn", "em", "font", "i", "img", "input",
    "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt",
    "u", "var", "wbr",
  ]

  /// The line behind a mark that nobody sees, so that it begins no raw HTML; nil for any other line.
  static func marked(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> [UInt8]? {
    guard let first = line.first(where: { text[$0] != 0x20 }), first - line.lowerBound < 4,
      text[first] == UInt8(ascii: "<"), let last = line.last(where: { text[$0] > 0x20 }),
      text[last] == UInt8(ascii: ">")
    else { return nil }
    let name = text[(first + 1)..<line.upperBound].drop { $0 == UInt8(ascii: "/") }.prefix {
      HTMLTag.isLetter($0)
    }
    guard !name.isEmpty, name.count < 7, names.contains(String(decoding: name, as: UTF8.self).lowercased()) else {
      return nil
    }
    return [RendererMarks.targetEnd] + text[line]
  }
}
