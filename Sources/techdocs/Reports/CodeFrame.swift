import TechDocsModel

/// The line of a finding with a caret under the fault.
struct CodeFrame {
  private let range: SourceRange
  private let line: String?
  private let style: TerminalStyle
  /// Characters of a line that are shown; a longer one is cut around the fault.
  private static let width = 100

  init(_ range: SourceRange, line: (SourcePath, Int) -> String?, style: TerminalStyle) {
    self.range = range
    self.line = line(range.path, range.start.line)
    self.style = style
  }

  /// Two lines, or nothing where the source cannot be read.
  var text: String {
    guard let line, !line.utf8.isEmpty else { return "" }
    let start = characters(in: line, upTo: range.start.column - 1)
    let isOneLine = range.end.line == range.start.line
    let end = isOneLine ? characters(in: line, upTo: range.end.column - 1) : line.unicodeScalars.count
    let first = max(0, start - Self.width / 2)
    let shown = TerminalText.escaped(visible(line, from: first))
    let number = String(range.start.line)
    let gutter = String(repeating: " ", count: number.count)
    let pad = String(repeating: " ", count: start - first + (first > 0 ? 1 : 0))
    let tail = String(repeating: "~", count: max(0, min(end - start, Self.width / 2) - 1))
    return """
        \(style.dim("\(number) |")) \(shown)
        \(style.dim("\(gutter) |")) \(pad)\(style.severity(.error, "^" + tail))

      """
  }

  /// The part of the line that fits, tabs as single spaces so that the caret stands right.
  private func visible(_ line: String, from first: Int) -> String {
    let scalars = line.unicodeScalars.dropFirst(first)
    let cut = String(String.UnicodeScalarView(scalars.prefix(Self.width)))
    let text = cut.replacing("\t", with: " ")
    return (first > 0 ? "…" : "") + text + (scalars.count > Self.width ? "…" : "")
  }

  private func characters(in line: String, upTo bytes: Int) -> Int {
    String(decoding: line.utf8.prefix(max(0, bytes)), as: UTF8.self).unicodeScalars.count
  }
}
