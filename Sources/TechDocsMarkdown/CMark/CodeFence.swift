/// The marks that fenced code begins and ends with.
struct CodeFence {
  private let mark: UInt8
  private let length: Int

  /// Reads a line that begins fenced code; nil for any other.
  init?(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) {
    guard let first = line.first(where: { !InputGuard.isWhite(text[$0]) }),
      text[first] == UInt8(ascii: "`") || text[first] == UInt8(ascii: "~")
    else { return nil }
    mark = text[first]
    let run = text[first..<line.upperBound].prefix { $0 == text[first] }
    length = run.count
    guard length >= 3, mark == UInt8(ascii: "~") || !text[run.endIndex..<line.upperBound].contains(mark) else {
      return nil
    }
  }

  func isClosed(by text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    guard let first = line.first(where: { !InputGuard.isWhite(text[$0]) }), text[first] == mark else { return false }
    let run = text[first..<line.upperBound].prefix { $0 == mark }
    return run.count >= length && text[run.endIndex..<line.upperBound].allSatisfy { $0 <= 0x20 }
  }
}
