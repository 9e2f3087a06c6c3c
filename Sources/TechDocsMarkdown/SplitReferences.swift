import TechDocsModel

/// Brings the label of a link to its text where a space or the end of a line parts them: `[text]` above `[label]`.
///
/// Source: Markdown.pl and Python-Markdown; wrapped prose has it often. CommonMark and GitHub would show the brackets.
/// The white space moves into the label, where it does not count, so every line stays a line. Two labels side by side stay two links, as on
/// GitHub.
struct SplitReferences {
  /// A label behind white space.
  struct Label {
    let space: Range<Int>
    let label: Range<Int>
  }

  private var labels: Set<[UInt8]> = []
  private(set) var found: [Label] = []

  /// Reads a text; nothing is found where no label is defined. Linear.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    var places: [Label] = []
    var fence: CodeFence?, start = 0
    while start < text.count {
      let end = text.offset(of: UInt8(ascii: "\n"), from: start).map { $0 + 1 } ?? text.count
      let line = start..<end
      if let open = fence {
        if open.isClosed(by: text, line) { fence = nil }
      } else if let open = CodeFence(text, line) {
        fence = open
      } else {
        takeDefinition(text, line)
        Self.collect(text, line, into: &places)
      }
      start = end
    }
    guard !labels.isEmpty else { return }
    found = places.filter { isSplit(text, $0) }
  }

  /// Whether a label may stand behind white space somewhere.
  static func mayBe(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    while let open = text.offset(of: UInt8(ascii: "["), from: start) {
      start = open + 1
      var before = open - 1
      while before >= 0, text[before] == 0x20 || text[before] == UInt8(ascii: "\n") { before -= 1 }
      if before >= 0, before < open - 1, text[before] == UInt8(ascii: "]") { return true }
    }
    return false
  }

  /// Whether a label may be defined somewhere.
  static func mayDefine(_ text: UnsafeBufferPointer<UInt8>) -> Bool { text.contains(run: "]:") }

  private mutating func takeDefinition(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) {
    guard let first = line.first(where: { text[$0] != 0x20 }), let label = Self.label(text, first..<line.upperBound)
    else { return }
    labels.insert(Self.normal(text[label]))
  }

  /// The label that a line from its first word on defines; nil for other lines.
  static func label(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Range<Int>? {
    guard let first = line.first, text[first] == UInt8(ascii: "["),
      let close = text.offset(of: UInt8(ascii: "]"), from: first, to: min(line.upperBound, first + 1_000)),
      close + 1 < line.upperBound, text[close + 1] == UInt8(ascii: ":"), close > first + 1
    else { return nil }
    return (first + 1)..<close
  }

  /// Every `] [label]` that begins in a line; the label may stand in the next one.
  private static func collect(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, into places: inout [Label]) {
    var start = line.lowerBound
    while let index = text.offset(of: UInt8(ascii: "]"), from: start, to: line.upperBound) {
      start = index + 1
      guard index + 1 < text.count, text[index + 1] <= 0x20 else { continue }
      var open = index + 1, breaks = 0
      while open < text.count, text[open] == 0x20 || text[open] == UInt8(ascii: "\n") {
        if text[open] == UInt8(ascii: "\n") { breaks += 1 }
        open += 1
      }
      guard breaks == 1 || open == index + 2, breaks < 2, open < text.count, text[open] == UInt8(ascii: "["),
        let close = text[open...].prefix(200).firstIndex(where: { $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: "\n") }
        ),
        text[close] == UInt8(ascii: "]"), close > open + 1,
        HTMLTag.isLetter(text[open + 1]) || text[open + 1] == UInt8(ascii: "`") || breaks == 0
      else { continue }
      let next = close + 1 < text.count ? text[close + 1] : 0
      guard !"([:".utf8.contains(next) else { continue }
      places.append(Label(space: (index + 1)..<open, label: open..<(close + 1)))
    }
  }

  private func isSplit(_ text: UnsafeBufferPointer<UInt8>, _ place: Label) -> Bool {
    guard labels.contains(Self.normal(text[(place.label.lowerBound + 1)..<(place.label.upperBound - 1)])),
      let open = text[..<(place.space.lowerBound - 1)].suffix(300).lastIndex(of: UInt8(ascii: "["))
    else { return false }
    let shown = text[(open + 1)..<(place.space.lowerBound - 1)]
    // A box of a task, a note and a link of its own are no texts of this link.
    guard let first = shown.first, first != UInt8(ascii: "^"), shown.count > 1 || !" xX".utf8.contains(first) else {
      return false
    }
    return !labels.contains(Self.normal(shown))
  }

  /// A label as CommonMark compares them, among ASCII letters.
  static func normal(_ label: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    var text: [UInt8] = []
    for byte in label {
      if byte <= 0x20 {
        if let last = text.last, last != 0x20 { text.append(0x20) }
      } else {
        text.append((0x41...0x5a).contains(byte) ? byte | 0x20 : byte)
      }
    }
    if text.last == 0x20 { text.removeLast() }
    return text
  }
}
