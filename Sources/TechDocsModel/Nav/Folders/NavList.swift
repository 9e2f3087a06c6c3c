/// The list of a `SUMMARY.md`, taken apart: the first of the file, or the first after `<!--nav-->`.
struct NavList {
  /// One line of the list.
  struct Entry: Equatable {
    let indent: Int
    /// The text of the link or of the line; nil for a pattern or path alone.
    let title: String?
    /// The target of the link, a pattern, or a folder; nil for a heading of the list below.
    let target: String?
    let range: SourceRange
  }

  private(set) var entries: [Entry] = []

  var targets: [String] { entries.compactMap(\.target) }

  init(_ source: SourceText) {
    let lines = String(decoding: source.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let mark = lines.firstIndex { $0.filter { $0 != " " }.hasPrefix("<!--nav-->") }
    for (index, line) in lines.enumerated() where index >= mark ?? 0 {
      guard entries.count < Nav.itemLimit else { break }
      if let entry = Self.entry(line, source.path, index + 1) {
        entries.append(entry)
      } else if !entries.isEmpty, let first = line.first, first != " ", first != "\t", !first.isNewline {
        break
      }
    }
  }

  private static func entry(_ line: Substring, _ path: SourcePath, _ number: Int) -> Entry? {
    let space = line.prefix { $0 == " " || $0 == "\t" }
    var rest = line[space.endIndex...]
    guard let bullet = rest.first, "*-+".contains(bullet), rest.dropFirst().first == " " else { return nil }
    rest = rest.dropFirst().drop { $0 == " " }
    while let last = rest.last, last == " " || last == "\r" || last == "\r\n" { rest.removeLast() }
    guard !rest.isEmpty else { return nil }
    let indent = space.reduce(0) { $0 + ($1 == "\t" ? 4 : 1) }
    let column = line[..<rest.startIndex].utf8.count + 1
    let range = SourceRange(path, line: number, column: column, length: rest.utf8.count)
    guard let link = link(rest) else {
      let isPath = PathGlob.isPattern(String(rest)) && !rest.contains(" ") || rest.hasSuffix("/")
      let text = plain(rest)
      return Entry(indent: indent, title: isPath ? nil : text, target: isPath ? String(rest) : nil, range: range)
    }
    return Entry(indent: indent, title: plain(link.title), target: link.target, range: range)
  }

  /// `[title](target "hint")` that makes up a line.
  private static func link(_ text: Substring) -> (title: Substring, target: String)? {
    guard text.first == "[", text.last == ")", let middle = text.firstRange(of: "](") else { return nil }
    var target = text[middle.upperBound...].dropLast()
    if target.first == "<", let end = target.firstIndex(of: ">") {
      target = target[target.index(after: target.startIndex)..<end]
    } else if let space = target.firstIndex(of: " ") {
      target = target[..<space]
    }
    let path = PercentEncoding.decoded(String(target))
    return (text[text.index(after: text.startIndex)..<middle.lowerBound], path)
  }

  /// A title without marks of code and emphasis.
  private static func plain(_ text: Substring) -> String { text.filter { !"`*\\".contains($0) } }
}
