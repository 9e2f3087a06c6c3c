/// A place in a line, counted in columns: a tab reaches to the next multiple of four.
struct LineCursor {
  private let line: UnsafeBufferPointer<UInt8>
  private(set) var offset = 0
  private var column = 0
  /// Columns of a tab that are left after a part of it was taken.
  private var pending = 0
  /// Whether a quote mark was taken.
  private(set) var hasQuotes = false

  init(_ line: UnsafeBufferPointer<UInt8>) { self.line = line }

  var isBlank: Bool { line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0a || $0 == 0x0d } }

  /// The columns of white space from here on.
  var indent: Int {
    var index = offset, column = column + pending
    while index < line.count {
      switch line[index] {
      case 0x20: column += 1
      case 0x09: column += 4 - column % 4
      default: return column - self.column
      }
      index += 1
    }
    return column - self.column
  }

  /// Whether what is left begins fenced code.
  var beginsFence: Bool { CodeFence(line, offset..<line.count) != nil }

  /// Whether what is left begins with a letter: no mark of a block does.
  var beginsWord: Bool {
    let first = line[offset...].first { !InputGuard.isWhite($0) } ?? 0
    return HTMLTag.isLetter(first) || first >= 0x80
  }

  /// Takes columns of white space; false when there are not so many.
  mutating func take(_ count: Int) -> Bool {
    guard indent >= count else { return false }
    var left = count
    while left > 0 {
      if pending == 0 {
        pending = line[offset] == 0x09 ? 4 - column % 4 : 1
        offset += 1
      }
      let step = min(left, pending)
      pending -= step
      column += step
      left -= step
    }
    return true
  }

  /// Takes a quote mark with up to three columns before it and one after it.
  mutating func takeQuote() -> Bool {
    let before = indent
    guard before <= 3, take(before), pending == 0, offset < line.count, line[offset] == UInt8(ascii: ">") else {
      return false
    }
    offset += 1
    column += 1
    hasQuotes = true
    if indent > 0 { _ = take(1) }
    return true
  }
}
