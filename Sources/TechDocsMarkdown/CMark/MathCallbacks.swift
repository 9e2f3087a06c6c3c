import CCMarkGFM

/// How mathematics is told from text.
///
/// Source: `pymdownx.arithmatex`: `$x$`, `\(x\)` in a line; `$$…$$`, `\[…\]` and `\begin{…}…\end{…}` as blocks.
enum MathMark {
  /// Stands for the backslash of `\(` and `\[` while the library parses: it would take the backslash away.
  /// `GuardedText` keeps it out of the input, and what is no mathematics gets its backslash back.
  static let backslash: UInt8 = 5
  /// What `internal_offset` of inline HTML says that is mathematics of a line.
  static let inline: CInt = 100
  /// The same for a formula on lines of its own.
  static let display: CInt = 101

  static func isMath(_ node: CNode) -> Bool {
    UInt32(node.pointee.type) == CMARK_NODE_HTML_INLINE.rawValue && node.pointee.internal_offset >= inline
  }

  /// Whether a block holds one formula and nothing else.
  static func isAlone(in block: CNode) -> Bool {
    guard let child = block.pointee.first_child, child == block.pointee.last_child else { return false }
    return isMath(child) && child.pointee.internal_offset == display
  }
}

/// Reads a formula at a dollar or at the stand-in of a backslash; see `cmark_match_inline_func`.
func matchMath(
  _ extension: UnsafeMutablePointer<cmark_syntax_extension>?, _ parser: UnsafeMutablePointer<cmark_parser>?,
  _ parent: CNode?, _ character: UInt8, _ inline: OpaquePointer?
) -> CNode? {
  guard let parser, let inline, character == UInt8(ascii: "$") || character == MathMark.backslash,
    let chunk = cmark_inline_parser_get_chunk(inline)
  else { return nil }
  let start = Int(cmark_inline_parser_get_offset(inline))
  let text = UnsafeBufferPointer(start: UnsafePointer(chunk.pointee.data), count: Int(chunk.pointee.len))
  guard let formula = MathFormula(text, at: start) else { return escaped(character, parser, inline, chunk) }
  // A kind of the library's own: cells of tables refuse others, and the formula would be lost.
  guard let node = cmark_node_new_with_mem(CMARK_NODE_HTML_INLINE, parser.pointee.mem) else { return nil }
  node.pointee.extension = `extension`
  node.pointee.internal_offset = formula.isDisplay ? MathMark.display : MathMark.inline
  node.pointee.as.literal = cmark_chunk(
    data: chunk.pointee.data + formula.content.lowerBound, len: CInt(formula.content.count), alloc: 0)
  node.pointee.start_line = cmark_inline_parser_get_line(inline)
  cmark_inline_parser_set_offset(inline, CInt(formula.end))
  return node
}

/// What a backslash escapes that begins no formula.
private func escaped(
  _ character: UInt8, _ parser: UnsafeMutablePointer<cmark_parser>, _ inline: OpaquePointer,
  _ chunk: UnsafeMutablePointer<cmark_chunk>
) -> CNode? {
  let start = Int(cmark_inline_parser_get_offset(inline))
  guard character == MathMark.backslash, start + 1 < Int(chunk.pointee.len),
    let node = cmark_node_new_with_mem(CMARK_NODE_TEXT, parser.pointee.mem)
  else { return nil }
  node.pointee.as.literal = cmark_chunk(data: chunk.pointee.data + start + 1, len: 1, alloc: 0)
  node.pointee.start_line = cmark_inline_parser_get_line(inline)
  node.pointee.end_line = node.pointee.start_line
  cmark_inline_parser_set_offset(inline, CInt(start + 2))
  return node
}

/// A formula in a run of text.
struct MathFormula {
  let content: Range<Int>
  let end: Int
  let isDisplay: Bool

  private static let limit = 20_000

  /// nil for a mark that begins no formula. A price is none: `$5 and $6`.
  init?(_ text: UnsafeBufferPointer<UInt8>, at start: Int) {
    guard start + 2 < text.count else { return nil }
    let dollar = UInt8(ascii: "$"), second = text[start + 1]
    if text[start] == MathMark.backslash {
      let close = second == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
      guard
        let end = Self.find(MathMark.backslash, close, text, from: start + 2)
          ?? Self.find(
            UInt8(ascii: "\\"), close, text, from: start + 2)
      else { return nil }
      (content, self.end, isDisplay) = (start + 2..<end, end + 2, close == UInt8(ascii: "]"))
    } else if second == dollar {
      guard let end = Self.find(dollar, dollar, text, from: start + 2), end > start + 2 else { return nil }
      (content, self.end, isDisplay) = (start + 2..<end, end + 2, true)
    } else {
      guard second > 0x20, let end = Self.dollar(text, from: start + 1), end > start + 1 else { return nil }
      (content, self.end, isDisplay) = (start + 1..<end, end + 1, false)
    }
  }

  /// Where two bytes stand next to each other.
  private static func find(
    _ first: UInt8, _ second: UInt8, _ text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    var index = start
    let last = min(text.count - 1, start + limit)
    while index < last {
      if text[index] == first, text[index + 1] == second { return index }
      index += 1
    }
    return nil
  }

  /// The dollar that ends a formula: no space before it, no digit after it, no backslash before it.
  private static func dollar(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    let end = min(text.count, start + limit)
    while index < end {
      if text[index] == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      if text[index] == UInt8(ascii: "$") {
        let isDigit = index + 1 < text.count && (0x30...0x39).contains(text[index + 1])
        return text[index - 1] > 0x20 && !isDigit ? index : nil
      }
      index += 1
    }
    return nil
  }
}
