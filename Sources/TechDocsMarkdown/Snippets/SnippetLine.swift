/// A line of the form `--8<-- "path:section"`, taken apart.
///
/// Source: `pymdownx.snippets`.
struct SnippetLine {
  enum Kind: Equatable {
    /// One file named on the line.
    case inline(String)
    /// The fence of a block that names a file on each line.
    case fence
    /// `;--8<--`: the line without the semicolon is text.
    case escaped
  }

  let kind: Kind
  /// The white space before the mark, which each spliced line gets too.
  let indent: ArraySlice<UInt8>
  /// The offset of the semicolon or of the file's name in the line.
  let offset: Int

  /// nil for any other line. `line` has no line end.
  init?(_ line: ArraySlice<UInt8>) {
    var index = line.startIndex
    while index < line.endIndex, line[index] == 0x20 || line[index] == 0x09 { index += 1 }
    indent = line[line.startIndex..<index]
    let isEscaped = index < line.endIndex && line[index] == UInt8(ascii: ";")
    let semicolon = index
    while index < line.endIndex, line[index] == UInt8(ascii: ";") { index += 1 }
    guard Self.takeMark(line, &index) else { return nil }
    let rest = Self.trimmed(line[index...])
    if isEscaped {
      (kind, offset) = (.escaped, semicolon - line.startIndex)
    } else if rest.isEmpty {
      (kind, offset) = (.fence, index - line.startIndex)
    } else {
      guard rest.count >= 3, let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
        rest.last == quote, line[index] == 0x20 || line[index] == 0x09
      else { return nil }
      kind = .inline(String(decoding: rest.dropFirst().dropLast(), as: UTF8.self))
      offset = rest.startIndex + 1 - line.startIndex
    }
  }

  /// One or more dashes, `8<`, one or more dashes.
  private static func takeMark(_ line: ArraySlice<UInt8>, _ index: inout Int) -> Bool {
    func takeDashes() -> Bool {
      let start = index
      while index < line.endIndex, line[index] == UInt8(ascii: "-") { index += 1 }
      return index > start
    }
    guard takeDashes(), index + 1 < line.endIndex, line[index] == UInt8(ascii: "8"),
      line[index + 1] == UInt8(ascii: "<")
    else { return false }
    index += 2
    return takeDashes()
  }

  static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let isWhite = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0d }
    let front = bytes.drop(while: isWhite)
    return front.lastIndex { !isWhite($0) }.map { front[front.startIndex...$0] } ?? []
  }
}
