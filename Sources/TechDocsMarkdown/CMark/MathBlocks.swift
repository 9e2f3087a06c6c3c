import CCMarkGFM

extension LineFeeder {
  /// Takes a formula on lines of its own out of the text, so that no line of it is read as a list or a heading; nil
  /// when the line begins none.
  mutating func mathPiece(_ line: Range<Int>) -> Int? {
    guard hasMath, let first = line.first(where: { bytes[$0] != 0x20 }), first - line.lowerBound < 4,
      let block = MathBlock(bytes, at: first)
    else { return nil }
    feedBlank()
    parser.pointee.line_number += 1
    let type = cmark_node_type(rawValue: CMarkLibrary.shared.kinds.title)
    guard let root = parser.pointee.root, let node = cmark_node_new_with_mem(type, parser.pointee.mem) else {
      return nil
    }
    node.pointee.extension = CMarkLibrary.shared.block
    node.pointee.as.html_block_type = ContainerBuilder.mathMark
    node.pointee.start_line = parser.pointee.line_number
    let text = UnsafeBufferPointer(rebasing: bytes[block.content])
    cmark_strbuf_put(&node.pointee.content, text.baseAddress, CInt(text.count))
    CMarkParse.append(node, to: root)
    parser.pointee.line_number += CInt(bytes[line.lowerBound..<block.end].dropLast().count { $0 == UInt8(ascii: "\n") })
    return block.end
  }

  /// The line with a stand-in for the backslashes of `\:` and, with mathematics, `\(`, `\)`, `\[` and `\]`.
  ///
  /// A mark that nobody sees parts a link from a note behind it: the library would take `[text][^1]` for neither.
  func protected(_ line: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var text: [UInt8] = [], index = 0
    text.reserveCapacity(line.count + 16)
    while index < line.count {
      let byte = line[index], next = index + 1 < line.count ? line[index + 1] : 0
      text.append(byte)
      index += 1
      if byte == UInt8(ascii: "]"), next == UInt8(ascii: "["), index + 1 < line.count,
        line[index + 1] == UInt8(ascii: "^")
      {
        text.append(RendererMarks.targetEnd)
      } else if byte == UInt8(ascii: "\\"), next != 0 {
        let isMath = hasMath && "()[]".utf8.contains(next)
        if isMath || next == UInt8(ascii: ":") { text[text.count - 1] = MathMark.backslash }
        text.append(next)
        index += 1
      }
    }
    return text
  }
}

/// A formula that begins a line and ends one, without a blank line inside.
struct MathBlock {
  let content: Range<Int>
  /// The offset of the line after it.
  let end: Int

  init?(_ text: UnsafeBufferPointer<UInt8>, at start: Int) {
    guard let (from, close, keepsClose) = Self.marks(text[start..<min(start + 100, text.count)]) else { return nil }
    var index = from, lineStart = start
    while index + close.count <= text.count {
      if text[index] == UInt8(ascii: "\n") {
        if text[lineStart..<index].allSatisfy({ $0 <= 0x20 }) { return nil }
        lineStart = index + 1
      }
      if text[index] == close[0], text[index..<index + close.count].elementsEqual(close) {
        let after = text[(index + close.count)...].prefix { $0 != UInt8(ascii: "\n") }
        guard after.allSatisfy({ $0 <= 0x20 }) else { return nil }
        content = (keepsClose ? start : from)..<(keepsClose ? index + close.count : index)
        end = min(after.endIndex + 1, text.count)
        return
      }
      index += 1
    }
    return nil
  }

  /// Where the formula begins, what ends it, and whether its marks belong to it.
  private static func marks(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> (Int, [UInt8], Bool)? {
    if text.starts(with: "$$".utf8) { return (text.startIndex + 2, Array("$$".utf8), false) }
    if text.starts(with: "\\[".utf8) { return (text.startIndex + 2, Array("\\]".utf8), false) }
    guard text.starts(with: "\\begin{".utf8), let brace = text.firstIndex(of: UInt8(ascii: "}")) else { return nil }
    let name = text[(text.startIndex + 7)..<brace]
    return (brace + 1, Array("\\end{".utf8) + name + [UInt8(ascii: "}")], true)
  }
}
