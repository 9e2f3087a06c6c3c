/// Turns libyaml's character counts into lines and columns of the file.
struct YAMLPlaces {
  private let path: SourcePath
  private let count: Int
  /// Where the part begins in the file.
  private let origin: SourcePosition
  /// Offsets of the first byte of each line of the part.
  private var lines = [0]
  /// The byte offset of each character; nil where every character is one byte.
  private let offsets: [Int32]?

  /// `part` is the stretch of the file that holds the YAML. O(its bytes).
  init(_ source: SourceText, part: Range<Int>) {
    path = source.path
    count = part.count
    origin = source.position(at: part.lowerBound)
    var isASCII = true
    for (offset, byte) in source.bytes[part].enumerated() {
      if byte == UInt8(ascii: "\n") { lines.append(offset + 1) }
      if byte >= 0x80 { isASCII = false }
    }
    offsets =
      isASCII
      ? nil : source.bytes[part].enumerated().compactMap { $0.element & 0xc0 == 0x80 ? nil : Int32($0.offset) }
  }

  /// The bytes from one character up to another.
  func range(_ start: Int, _ end: Int) -> SourceRange {
    SourceRange(path, position(offset(start)), position(offset(max(start, end))))
  }

  /// The place of a byte of the part.
  func range(byte: Int) -> SourceRange { SourceRange(path, position(min(max(byte, 0), count))) }

  /// The byte offset in the part of a character.
  func offset(_ character: Int) -> Int {
    guard let offsets else { return min(max(character, 0), count) }
    return character >= 0 && character < offsets.count ? Int(offsets[character]) : count
  }

  private func position(_ offset: Int) -> SourcePosition {
    var low = 0, high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle] <= offset { low = middle } else { high = middle }
    }
    let column = offset - lines[low] + (low == 0 ? origin.column : 1)
    return SourcePosition(line: origin.line + low, column: column)
  }
}
