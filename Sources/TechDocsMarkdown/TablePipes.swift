import TechDocsModel

/// Keeps a `|` inside a code span of a table's row in its cell.
///
/// Source: Python-Markdown `tables`; GitHub would end the cell there, and authors write a backslash for it.
struct TablePipes {
  private var fence: (mark: UInt8, length: Int)?
  private var isTable = false

  /// The offsets of pipes of a line that need a backslash.
  mutating func pipes(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> [Int] {
    let start = line.first { !InputGuard.isWhite(text[$0]) && text[$0] != UInt8(ascii: ">") } ?? line.upperBound
    let content = start..<line.upperBound
    if content.isEmpty { isTable = false }
    if readFence(text, content) || fence != nil { return [] }
    if isTable { return inCode(text, content) }
    isTable = Self.isDelimiterRow(text, content)
    return []
  }

  /// Whether the line begins or ends fenced code.
  private mutating func readFence(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    guard let first = line.first, text[first] == UInt8(ascii: "`") || text[first] == UInt8(ascii: "~") else {
      return false
    }
    let length = text[line].prefix { $0 == text[first] }.count
    guard length >= 3 else { return false }
    if let open = fence {
      if open.mark == text[first], length >= open.length { fence = nil }
    } else {
      fence = (text[first], length)
      isTable = false
    }
    return true
  }

  private static func isDelimiterRow(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    var hasPipe = false, hasDash = false
    for index in line {
      switch text[index] {
      case UInt8(ascii: "|"): hasPipe = true
      case UInt8(ascii: "-"): hasDash = true
      case UInt8(ascii: ":"), 0x20, 0x09, 0x0d: break
      default: return false
      }
    }
    return hasPipe && hasDash
  }

  /// Pipes between two runs of equally many backticks.
  private func inCode(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> [Int] {
    var found: [Int] = [], inside: [Int] = [], open: Int?, index = line.lowerBound
    while index < line.upperBound {
      let byte = text[index]
      if byte == UInt8(ascii: "`") {
        let length = text[index..<line.upperBound].prefix { $0 == byte }.count
        if open == length {
          found += inside
          open = nil
        } else if open == nil, index == line.lowerBound || text[index - 1] != UInt8(ascii: "\\") {
          open = length
          inside = []
        }
        index += length
        continue
      }
      if byte == UInt8(ascii: "|"), open != nil, text[index - 1] != UInt8(ascii: "\\") { inside.append(index) }
      index += 1
    }
    return found
  }
}
