/// `{% include-markdown "part.md" start="<!--a-->" heading-offset=1 %}` or `{% include "file.txt" %}`, taken apart.
///
/// Source: the plugin `include-markdown`.
struct IncludeTag {
  /// Whether links of the file are rewritten and its headings may be moved.
  let isMarkdown: Bool
  let path: String
  private let start: [UInt8]?
  private let end: [UInt8]?
  private let headingOffset: Int
  private let rewritesLinks: Bool
  private let dedents: Bool
  /// The offset after the tag.
  let endOffset: Int

  private static let limit = 2_000

  /// Reads a tag that begins at an offset; nil for anything else.
  init?(_ text: ArraySlice<UInt8>, at offset: Int) {
    guard text[offset...].starts(with: "{%".utf8) else { return nil }
    var index = offset + 2
    let last = min(text.endIndex, offset + Self.limit)
    if index < last, text[index] == UInt8(ascii: "-") { index += 1 }
    var words: [String] = []
    while index < last, !text[index...].starts(with: "%}".utf8) {
      guard let word = Self.word(text, &index, last) else { return nil }
      if !word.isEmpty { words.append(word) }
    }
    guard index + 1 < text.endIndex, index < last, let name = words.first, words.count > 1,
      name == "include-markdown" || name == "include", let path = Self.quoted(words[1])
    else { return nil }
    var options: [String: String] = [:]
    for word in words.dropFirst(2) {
      guard let equals = word.firstIndex(of: "=") else { continue }
      let value = String(word[word.index(after: equals)...])
      options[String(word[..<equals])] = Self.quoted(value) ?? value
    }
    isMarkdown = name == "include-markdown"
    self.path = path
    start = options["start"].map { Array(Self.unescaped($0).utf8) }
    end = options["end"].map { Array(Self.unescaped($0).utf8) }
    headingOffset = max(-5, min(Int(options["heading-offset"] ?? "") ?? 0, 5))
    rewritesLinks = isMarkdown && options["rewrite-relative-urls"] != "false"
    dedents = options["dedent"] == "true"
    endOffset = index + 2
  }

  /// The part of a file that is meant, ready to be spliced in; nil when a mark is not there.
  ///
  /// `folder` is the file's, `includer` that of the file with the tag.
  func part(of bytes: [UInt8], in folder: String, for includer: String) -> [UInt8]? {
    var text = bytes[...]
    if let start {
      guard let mark = text.firstRange(of: start) else { return nil }
      text = text[mark.upperBound...]
    }
    if let end {
      guard let mark = text.firstRange(of: end) else { return nil }
      text = text[..<mark.lowerBound]
    }
    var lines = text.split(separator: 0x0a, omittingEmptySubsequences: false).map(Array.init)
    if dedents { Self.dedent(&lines) }
    if isMarkdown { lines = moved(lines, from: folder, to: includer) }
    return Array(lines.joined(separator: [0x0a]))
  }

  /// Moves headings and links outside fenced code.
  private func moved(_ lines: [[UInt8]], from folder: String, to includer: String) -> [[UInt8]] {
    var fence: UInt8?
    return lines.map { line in
      let trimmed = line.drop { $0 == 0x20 }
      if let mark = trimmed.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~"),
        trimmed.prefix(while: { $0 == mark }).count >= 3
      {
        if fence == nil { fence = mark } else if fence == mark { fence = nil }
        return line
      }
      guard fence == nil else { return line }
      let heading = headingOffset == 0 ? line : Self.heading(line, by: headingOffset)
      return rewritesLinks ? IncludedLinks(from: folder, to: includer).rewritten(heading) : heading
    }
  }

  private static func heading(_ line: [UInt8], by offset: Int) -> [UInt8] {
    let marks = line.prefix { $0 == UInt8(ascii: "#") }.count
    guard (1...6).contains(marks), marks == line.count || line[marks] == 0x20 else { return line }
    let level = max(1, min(marks + offset, 6))
    return Array(repeating: UInt8(ascii: "#"), count: level) + line[marks...]
  }

  private static func dedent(_ lines: inout [[UInt8]]) {
    let indents = lines.filter { $0.contains { $0 > 0x20 } }.map { $0.prefix { $0 == 0x20 }.count }
    guard let least = indents.min(), least > 0 else { return }
    lines = lines.map { Array($0.dropFirst(min(least, $0.prefix { $0 == 0x20 }.count))) }
  }

  /// A word up to white space outside quotes; empty for white space, nil when a quote is not closed.
  private static func word(_ text: ArraySlice<UInt8>, _ index: inout Int, _ last: Int) -> String? {
    if text[index] <= 0x20 {
      index += 1
      return ""
    }
    let begin = index
    while index < last, text[index] > 0x20, !text[index...].starts(with: "%}".utf8) {
      if text[index] == UInt8(ascii: "\"") || text[index] == UInt8(ascii: "'") {
        guard let close = text[(index + 1)..<last].firstIndex(of: text[index]) else { return nil }
        index = close
      }
      index += 1
    }
    return String(decoding: text[begin..<index], as: UTF8.self)
  }

  private static func quoted(_ word: String) -> String? {
    guard word.count >= 2, let quote = word.first, quote == "\"" || quote == "'", word.last == quote else { return nil }
    return String(word.dropFirst().dropLast())
  }

  private static func unescaped(_ text: String) -> String {
    text.replacing("\\n", with: "\n").replacing("\\t", with: "\t").replacing("\\\"", with: "\"")
  }
}
