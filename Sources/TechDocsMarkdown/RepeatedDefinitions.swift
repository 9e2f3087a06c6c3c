import TechDocsModel

/// Finds definitions of links and notes whose label is defined again further down: there the last one counts.
///
/// Source: Python-Markdown; CommonMark takes the first. Pages that are put together of parts define their labels part by part, and were
/// looked at in TechDocs. Only what is a definition beyond doubt is compared: it follows an empty line, a heading or another definition, and
/// stands within three columns, outside fenced code. Linear.
struct RepeatedDefinitions {
  /// A definition that has no effect.
  struct Repeat {
    let label: [UInt8]
    /// The byte after the bracket, and the parsed line.
    let offset: Int
    let line: Int
    /// The parsed line of the definition that counts.
    let lastLine: Int
    /// Whether the two say the same.
    let isEqual: Bool
  }

  private struct Definition {
    let label: [UInt8]
    let offset: Int
    let line: Int
    let text: Range<Int>
  }

  private var definitions: [Definition] = []
  /// In order of their offsets; empty for nearly every page.
  private(set) var found: [Repeat] = []

  init(_ text: UnsafeBufferPointer<UInt8>) {
    guard text.contains(run: "]:", times: 2) else { return }
    var fence: CodeFence?, start = 0, number = 0, mayBegin = true
    while start < text.count {
      let end = text.offset(of: UInt8(ascii: "\n"), from: start).map { $0 + 1 } ?? text.count
      let line = start..<end
      number += 1
      start = end
      if let open = fence {
        if open.isClosed(by: text, line) { fence = nil }
        mayBegin = fence == nil
      } else if let open = CodeFence(text, line) {
        fence = open
      } else {
        mayBegin = take(text, line, number, mayBegin)
      }
    }
    compare(text)
  }

  /// Keeps a definition; whether the next line may begin one.
  private mutating func take(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, _ number: Int, _ mayBegin: Bool)
    -> Bool
  {
    guard let first = line.first(where: { !InputGuard.isWhite(text[$0]) }), text[first] != UInt8(ascii: "\n") else {
      return true
    }
    guard mayBegin, first - line.lowerBound <= 3, let label = SplitReferences.label(text, first..<line.upperBound),
      isNote(text, label) || hasTarget(text, (label.upperBound + 2)..<line.upperBound)
    else { return text[first] == UInt8(ascii: "#") && first == line.lowerBound }
    definitions.append(
      Definition(
        label: SplitReferences.normal(text[label]), offset: label.lowerBound + (isNote(text, label) ? 1 : 0),
        line: number,
        text: label.upperBound..<line.upperBound))
    return true
  }

  private func isNote(_ text: UnsafeBufferPointer<UInt8>, _ label: Range<Int>) -> Bool {
    text[label.lowerBound] == UInt8(ascii: "^")
  }

  private func hasTarget(_ text: UnsafeBufferPointer<UInt8>, _ rest: Range<Int>) -> Bool {
    rest.contains { text[$0] > 0x20 }
  }

  private mutating func compare(_ text: UnsafeBufferPointer<UInt8>) {
    var last: [[UInt8]: Definition] = [:]
    for definition in definitions.reversed() {
      guard let counted = last[definition.label] else {
        last[definition.label] = definition
        continue
      }
      found.append(
        Repeat(
          label: definition.label, offset: definition.offset, line: definition.line, lastLine: counted.line,
          isEqual: text[definition.text].elementsEqual(text[counted.text])))
    }
    found.reverse()
  }
}
