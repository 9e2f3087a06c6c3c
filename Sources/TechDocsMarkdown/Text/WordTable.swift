import TechDocsModel

/// A table of `word value` lines, sorted by word, searched in place by bytes.
struct WordTable: Sendable {
  /// The large one, whose lines are counted once.
  static let emoji = WordTable(emojiTable)

  private let text: StaticString
  /// Where each line starts; one more for the end.
  private let starts: [Int32]

  init(_ text: StaticString) {
    self.text = text
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    var starts: [Int32] = [0]
    for (index, byte) in bytes.enumerated() where byte == 0x0a { starts.append(Int32(index + 1)) }
    starts.append(Int32(bytes.count + 1))
    self.starts = starts
  }

  /// The value of a word; nil when the table has none. O(log lines).
  func value(of word: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
    var low = 0, high = starts.count - 1
    while low < high {
      let middle = (low + high) / 2
      let line = line(middle)
      let end = line.firstIndex(of: 0x20) ?? line.count
      let name = UnsafeBufferPointer(rebasing: line[0..<end])
      if name.elementsEqual(word) { return UnsafeBufferPointer(rebasing: line[min(end + 1, line.count)...]) }
      if name.lexicographicallyPrecedes(word) { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// All words, in the order of the table.
  var words: [String] {
    (0..<(starts.count - 1)).map { index in
      let line = line(index)
      return String(decoding: line[..<(line.offset(of: 0x20) ?? line.count)], as: UTF8.self)
    }
  }

  private func line(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    let start = Int(starts[index])
    return UnsafeBufferPointer(start: text.utf8Start + start, count: Int(starts[index + 1]) - 1 - start)
  }
}
