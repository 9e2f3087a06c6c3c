import TechDocsModel

/// How a block of an extension is written.
enum BlockSyntax: Sendable {
  /// A header line and a body indented by four columns.
  case indented
  /// `/// type | Title`, the body, and `///`.
  case slashes
}

/// The header line of a block between slashes, and the options indented below it.
///
/// Source: `pymdownx.blocks` with TechDocs' types.
enum FencedHeader {
  enum Kind: Sendable { case callOut, details, tab, html, caption, definitions }

  private static let callOuts: Set<String> = [
    "abstract", "attention", "bug", "caution", "danger", "error", "example", "failure", "hint", "info", "note",
    "question", "quote", "success", "tip", "warning",
  ]

  static func read(_ text: UnsafeBufferPointer<UInt8>, _ kind: Kind) -> BlockHeader? {
    let slashes = FencedBlock.slashes(text)
    var index = slashes
    guard slashes >= 3, index < text.count, text[index] == UInt8(ascii: " ") else { return nil }
    CallOutHeader.skipSpaces(text, &index)
    let start = index
    while index < text.count, HTMLTag.isLetter(text[index]) || text[index] == UInt8(ascii: "-") { index += 1 }
    if kind == .html || kind == .caption || kind == .definitions { return bare(text, start..<index, kind) }
    guard var header = header(String(decoding: text[start..<index], as: UTF8.self), start..<index, kind) else {
      return nil
    }
    CallOutHeader.skipSpaces(text, &index)
    if index < text.count, text[index] == UInt8(ascii: "|") {
      index += 1
      CallOutHeader.skipSpaces(text, &index)
      var end = text[index...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
      while end > index, text[end - 1] <= 0x20 { end -= 1 }
      if end > index { header.title = index..<end }
    } else if !CallOutHeader.isEnd(text, index) || kind == .tab {
      return nil
    }
    readOptions(text, into: &header)
    return header
  }

  /// Blocks without a title: `/// html | div.x` and `/// caption`.
  private static func bare(_ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>, _ kind: Kind) -> BlockHeader? {
    let name = String(decoding: text[word], as: UTF8.self)
    var index = word.upperBound
    CallOutHeader.skipSpaces(text, &index)
    if kind == .definitions {
      return name == "define" && CallOutHeader.isEnd(text, index) ? BlockHeader(type: word) : nil
    }
    let hasBar = index < text.count && text[index] == UInt8(ascii: "|")
    guard kind == .html else {
      return name == "caption" || name == "figure-caption" || name == "table-caption" ? BlockHeader(type: word) : nil
    }
    guard name == "html", hasBar else { return nil }
    let lineEnd = text[index...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
    let selector = trimmed(index + 1..<lineEnd, text)
    return selector.isEmpty ? nil : BlockHeader(type: selector)
  }

  private static func header(_ word: String, _ range: Range<Int>, _ kind: Kind) -> BlockHeader? {
    let details = "details"
    switch kind {
    case .callOut where callOuts.contains(word): return BlockHeader(type: range)
    case .callOut where word == "admonition", .tab where word == "tab": return BlockHeader(type: 0..<0)
    case .details where word == details: return BlockHeader(type: 0..<0)
    case .details where word.hasPrefix(details + "-") && callOuts.contains(String(word.dropFirst(details.count + 1))):
      return BlockHeader(type: range.dropFirst(details.utf8.count + 1))
    default: return nil
    }
  }

  /// `open: true`, `select: true`, `new: true` and `type: word`, each on its line.
  private static func readOptions(_ text: UnsafeBufferPointer<UInt8>, into header: inout BlockHeader) {
    for line in text.indices.split(whereSeparator: { text[$0] == UInt8(ascii: "\n") }).dropFirst().prefix(20) {
      guard let colon = line.first(where: { text[$0] == UInt8(ascii: ":") }) else { continue }
      let key = trimmed(line.startIndex..<colon, text), value = trimmed(colon + 1..<line.endIndex, text)
      let isTrue = ["true", "True", "yes", "on"].contains { text[value].elementsEqual($0.utf8) }
      switch String(decoding: text[key], as: UTF8.self) {
      case "open", "select": header.isOpen = isTrue
      case "new": header.isFirst = isTrue
      case "type" where text[value].allSatisfy({ HTMLTag.isLetter($0) || $0 == UInt8(ascii: "-") }):
        header.type = value
      default: break
      }
    }
  }

  private static func trimmed(_ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var start = range.lowerBound, end = range.upperBound
    while start < end, text[start] <= 0x20 { start += 1 }
    while end > start, text[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }
}
