/// One character's place in a text.
package struct SourcePosition: Hashable, Sendable, Comparable {
  /// 1-based.
  package let line: Int
  /// 1-based, in UTF-8 bytes, as libcmark-gfm and most compilers count.
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (one: SourcePosition, other: SourcePosition) -> Bool {
    (one.line, one.column) < (other.line, other.column)
  }
}

/// A stretch of one file, from the first character up to, not including, `end`.
package struct SourceRange: Hashable, Sendable, Comparable {
  package let path: SourcePath
  package let start: SourcePosition
  package let end: SourcePosition

  /// The stretch up to `end`, one past the last character; empty where nothing better is known.
  package init(_ path: SourcePath, _ start: SourcePosition, _ end: SourcePosition? = nil) {
    self.path = path
    self.start = start
    self.end = end ?? start
  }

  /// The stretch of `length` bytes that starts at `line`:`column` (1-based).
  package init(_ path: SourcePath, line: Int, column: Int = 1, length: Int = 0) {
    self.path = path
    start = SourcePosition(line: line, column: column)
    end = SourcePosition(line: line, column: column + length)
  }

  package static func < (one: SourceRange, other: SourceRange) -> Bool {
    one.path == other.path ? (one.start, one.end) < (other.start, other.end) : one.path < other.path
  }
}
