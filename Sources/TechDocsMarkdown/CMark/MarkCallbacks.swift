import CCMarkGFM

/// Called at the start of every text run, not only at special characters; see `cmark_match_inline_func`.
func matchMark(
  _ extension: UnsafeMutablePointer<cmark_syntax_extension>?, _ parser: UnsafeMutablePointer<cmark_parser>?,
  _ parent: CNode?, _ character: UInt8, _ inline: OpaquePointer?
) -> CNode? {
  guard let parser, let inline, MarkKind.isMark(character) else { return nil }
  // The library's footnotes read on from the text after `[`: that must not be a node of ours.
  if character == UInt8(ascii: "^"), byte(before: inline) == UInt8(ascii: "[") { return nil }
  let start = Int(cmark_inline_parser_get_offset(inline))
  var left: CInt = 0, right: CInt = 0, before: CInt = 0, after: CInt = 0
  var count = cmark_inline_parser_scan_delimiters(inline, 100, character, &left, &right, &before, &after)
  if count == 3, right != 0, let inner = lengthOfOpenRun(character, inline) {
    count = inner
    cmark_inline_parser_set_offset(inline, CInt(start) + inner)
  }
  if count == 1, character == UInt8(ascii: "^") { (left, right) = sides(of: start, inline) }
  guard count > 0, let chunk = cmark_inline_parser_get_chunk(inline),
    let node = cmark_node_new_with_mem(CMARK_NODE_TEXT, parser.pointee.mem)
  else { return nil }
  // A slice of the subject: no copy, and what follows can be read on.
  node.pointee.as.literal = cmark_chunk(data: chunk.pointee.data + start, len: count, alloc: 0)
  node.pointee.start_line = cmark_inline_parser_get_line(inline)
  node.pointee.end_line = node.pointee.start_line
  // Two marks inside a word are text, as in `a==b==c`.
  let isInWord = count == 2 && left != 0 && right != 0 && isWord(before) && isWord(after)
  if left != 0 || right != 0, !isInWord, MarkKind(character, count: Int(count)) != nil {
    cmark_inline_parser_push_delimiter(inline, character, left, right, node)
  }
  return node
}

/// How many marks the innermost open run of a character has: of three closing marks it takes as many.
private func lengthOfOpenRun(_ character: UInt8, _ inline: OpaquePointer) -> CInt? {
  var run = cmark_inline_parser_get_last_delimiter(inline), steps = 0
  while let open = run, steps < 64 {
    if open.pointee.delim_char == character, open.pointee.can_open != 0, let text = open.pointee.inl_text {
      return text.pointee.as.literal.len < 3 ? text.pointee.as.literal.len : nil
    }
    run = open.pointee.previous
    steps += 1
  }
  return nil
}

/// Whether a single `^` opens and closes: any character but white space may stand at its inner side, as in `10^-3^`.
private func sides(of offset: Int, _ inline: OpaquePointer) -> (left: CInt, right: CInt) {
  guard let chunk = cmark_inline_parser_get_chunk(inline) else { return (0, 0) }
  let before = offset > 0 ? chunk.pointee.data[offset - 1] : 0x20
  let after = offset + 1 < Int(chunk.pointee.len) ? chunk.pointee.data[offset + 1] : 0x20
  return (after > 0x20 ? 1 : 0, before > 0x20 ? 1 : 0)
}

private func isWord(_ punctuation: CInt) -> Bool { punctuation == 0 }

private func byte(before inline: OpaquePointer) -> UInt8? {
  let offset = Int(cmark_inline_parser_get_offset(inline))
  guard offset > 0, let chunk = cmark_inline_parser_get_chunk(inline) else { return nil }
  return chunk.pointee.data[offset - 1]
}

/// Called when a closing run meets an opening one; see `cmark_inline_from_delim_func`.
///
/// Must return what follows the closer, and take all delimiters from opener to closer away: else the library would
/// not come to an end.
func insertMark(
  _ extension: UnsafeMutablePointer<cmark_syntax_extension>?, _ parser: UnsafeMutablePointer<cmark_parser>?,
  _ inline: OpaquePointer?, _ opener: UnsafeMutablePointer<delimiter>?, _ closer: UnsafeMutablePointer<delimiter>?
) -> UnsafeMutablePointer<delimiter>? {
  guard let inline, let opener, let closer else { return nil }
  let next = closer.pointee.next
  wrap(from: opener.pointee.inl_text, to: closer.pointee.inl_text, character: opener.pointee.delim_char, `extension`)
  var step: UnsafeMutablePointer<delimiter>? = closer
  while let current = step, current != opener {
    step = current.pointee.previous
    cmark_inline_parser_remove_delimiter(inline, current)
  }
  cmark_inline_parser_remove_delimiter(inline, opener)
  return next
}

/// Turns the opening text into the element and moves what stands between the two into it.
private func wrap(
  from opener: CNode?, to closer: CNode?, character: UInt8, _ extension: UnsafeMutablePointer<cmark_syntax_extension>?
) {
  guard let opener, let closer, opener.pointee.as.literal.len == closer.pointee.as.literal.len,
    let kind = MarkKind(character, count: Int(opener.pointee.as.literal.len)),
    !kind.isWord || !hasSpace(from: opener, to: closer)
  else { return }
  // Set by hand: cells of tables would refuse a kind that the library does not know.
  opener.pointee.type = UInt16(CMarkLibrary.shared.kinds.mark)
  cmark_node_set_syntax_extension(opener, `extension`)
  opener.pointee.internal_offset = CInt(kind.rawValue)
  while let node = opener.pointee.next, node != closer { cmark_node_append_child(opener, node) }
  if kind.isWord { dropEscapes(in: opener) }
  cmark_node_free(closer)
}

/// Superscripts and subscripts are single words: `10^-3^`, but not `a ^ b and c ^`.
private func hasSpace(from opener: CNode, to closer: CNode) -> Bool {
  var step = opener.pointee.next
  while let node = step, node != closer {
    let type = UInt32(node.pointee.type)
    if type == CMARK_NODE_SOFTBREAK.rawValue { return true }
    let isEscaped = node.pointee.prev.map(isBackslash) ?? false
    if type == CMARK_NODE_TEXT.rawValue, node.pointee.as.literal.bytes.dropFirst(isEscaped ? 1 : 0).contains(0x20) {
      return true
    }
    step = node.pointee.next
  }
  return false
}

/// A backslash that escapes nothing that the library knows.
private func isBackslash(_ node: CNode) -> Bool {
  UInt32(node.pointee.type) == CMARK_NODE_TEXT.rawValue && node.pointee.as.literal.bytes.elementsEqual("\\".utf8)
}

/// In `x^a\ b^` the backslash says that the space belongs to the word; it is not shown.
private func dropEscapes(in word: CNode) {
  var step = word.pointee.first_child
  while let node = step {
    step = node.pointee.next
    if isBackslash(node), let next = step, UInt32(next.pointee.type) == CMARK_NODE_TEXT.rawValue,
      next.pointee.as.literal.bytes.first == 0x20
    {
      cmark_node_free(node)
    }
  }
}

/// Inline elements of ours hold inlines.
func canMarkContain(
  _ extension: UnsafeMutablePointer<cmark_syntax_extension>?, _ node: CNode?, _ child: cmark_node_type
) -> CInt {
  child.rawValue & UInt32(CMARK_NODE_TYPE_MASK) == UInt32(CMARK_NODE_TYPE_INLINE) ? 1 : 0
}
