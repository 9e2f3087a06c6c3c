/// One text file as it was read: its bytes (UTF-8, not yet validated) and where it lies.
package struct SourceText: Sendable, Hashable {
  package let path: SourcePath
  package let bytes: [UInt8]

  package init(path: SourcePath, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Text given as a literal, for tests.
  package init(_ path: String, _ text: String) {
    self.init(path: SourcePath(repository: "", path: path), bytes: Array(text.utf8))
  }

  /// The whole text; invalid UTF-8 becomes U+FFFD. O(n): not for hot paths.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The line and column of a byte offset. O(n): meant for the moment when a diagnostic is made.
  package func position(at offset: Int) -> SourcePosition {
    let before = bytes[..<min(max(offset, 0), bytes.count)]
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let line = before.reduce(into: 1) { count, byte in count += byte == UInt8(ascii: "\n") ? 1 : 0 }
    return SourcePosition(line: line, column: before.count - lineStart + 1)
  }

  /// The range of a stretch of bytes. O(n).
  package func range(of bytes: Range<Int>) -> SourceRange {
    SourceRange(path, position(at: bytes.lowerBound), position(at: bytes.upperBound))
  }

  /// The text of a 1-based line without its line end; nil past the last one. O(n).
  package func line(_ number: Int) -> String? {
    var start = 0, left = number - 1
    while left > 0 {
      guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      start = end + 1
      left -= 1
    }
    guard number >= 1 else { return nil }
    let line = bytes[start..<(bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count)]
    return String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
  }
}
