import TechDocsModel

/// Finds spaces in the labels of notes, `[^my note]`, which the library does not take for notes: a dash stands in for each.
///
/// Source: Python-Markdown, whose ids then hold spaces; HTML allows none. Labels are not shown, so nobody sees the dash. Only labels that a
/// line defines are changed, and nothing in code. Linear.
struct SpacedNotes {
  /// The offsets of the spaces, ascending.
  private(set) var found: [Int] = []
  private var labels: Set<[UInt8]> = []

  init(_ text: UnsafeBufferPointer<UInt8>) {
    guard text.contains(run: "[^") else { return }
    var places: [Range<Int>] = [], fence: CodeFence?, start = 0
    while start < text.count {
      let line = start..<(text.offset(of: UInt8(ascii: "\n"), from: start) ?? text.count)
      start = line.upperBound + 1
      if let open = fence {
        if open.isClosed(by: text, line) { fence = nil }
      } else if let open = CodeFence(text, line) {
        fence = open
      } else {
        collect(text, line, into: &places)
      }
    }
    guard !labels.isEmpty else { return }
    for label in places where labels.contains(SplitReferences.normal(text[label])) {
      found += label.filter { text[$0] == 0x20 }
    }
  }

  /// Takes the labels with spaces on a line; what stands behind an odd number of backticks is code.
  private mutating func collect(
    _ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, into places: inout [Range<Int>]
  ) {
    guard text.offset(of: UInt8(ascii: "["), from: line.lowerBound, to: line.upperBound) != nil else { return }
    var index = line.lowerBound, isCode = false
    while index + 2 < line.upperBound {
      if text[index] == UInt8(ascii: "`") { isCode.toggle() }
      guard text[index] == UInt8(ascii: "["), text[index + 1] == UInt8(ascii: "^"), !isCode,
        let label = Self.label(text, (index + 2)..<line.upperBound)
      else {
        index += 1
        continue
      }
      let isFirst = text[line.lowerBound..<index].allSatisfy { $0 == 0x20 }
      if isFirst, label.upperBound + 1 < line.upperBound, text[label.upperBound + 1] == UInt8(ascii: ":") {
        labels.insert(SplitReferences.normal(text[label]))
      }
      places.append(label)
      index = label.upperBound
    }
  }

  /// A label with a space in it, up to its bracket.
  private static func label(_ text: UnsafeBufferPointer<UInt8>, _ rest: Range<Int>) -> Range<Int>? {
    guard text[rest.lowerBound] > 0x20 else { return nil }
    var hasSpace = false
    for index in rest.prefix(100) {
      switch text[index] {
      case UInt8(ascii: "]"): return hasSpace && text[index - 1] != 0x20 ? rest.lowerBound..<index : nil
      case UInt8(ascii: "["), UInt8(ascii: "^"), UInt8(ascii: "`"): return nil
      case 0x20: hasSpace = true
      default: break
      }
    }
    return nil
  }
}
