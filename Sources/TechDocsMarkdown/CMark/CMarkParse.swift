import CArena
import CCMarkGFM

/// One parse of one text: feeding, finishing, freeing.
enum CMarkParse {
  static let options = CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES | CMARK_OPT_FULL_INFO_STRING

  /// Parses lines and hands the tree to `body`. All that the library took for it is given back afterwards, at once.
  static func withTree<Result>(
    of lines: borrowing GuardedText, library: CMarkLibrary, options: BlockOptions, _ body: (CNode) -> Result
  ) -> Result? {
    let arena = arena_begin()
    defer { arena_end(arena) }
    guard let parser = cmark_parser_new_with_mem(Self.options, library.memory) else { return nil }
    library.attach(to: parser, options)
    lines.withBytes { bytes in
      var feeder = LineFeeder(bytes, to: parser, options: options)
      feeder.run()
    }
    return finish(parser, kinds: library.kinds, block: library.block).map(body)
  }

  /// Ends a parse without the library's clearing of its process-wide character table.
  ///
  /// The clearing loop walks the parser's list of inline extensions. A sentinel node, visited last by the inline
  /// pass, takes that list away (`containsInlines`); afterwards it is put back, so that it is freed.
  static func finish(
    _ parser: UnsafeMutablePointer<cmark_parser>, kinds: NodeKinds, block: UnsafeMutablePointer<cmark_syntax_extension>?
  ) -> CNode? {
    let inline = parser.pointee.inline_syntax_extensions
    if parser.pointee.linebuf.size > 0 { cmark_parser_feed(parser, "\n", 1) }
    let type = cmark_node_type(rawValue: kinds.container)
    guard let sentinel = cmark_node_new_with_mem(type, parser.pointee.mem), let root = parser.pointee.root else {
      return cmark_parser_finish(parser)
    }
    sentinel.pointee.extension = block
    sentinel.pointee.user_data = UnsafeMutableRawPointer(parser)
    append(sentinel, to: root)
    let document = cmark_parser_finish(parser)
    cmark_node_free(sentinel)
    parser.pointee.inline_syntax_extensions = inline
    cmark_parser_free(parser)
    return document
  }

  /// Links a node in by hand: the library's own function would ask whether the root may hold it.
  static func append(_ node: CNode, to root: CNode) {
    node.pointee.parent = root
    node.pointee.prev = root.pointee.last_child
    if let last = root.pointee.last_child {
      last.pointee.next = node
    } else {
      root.pointee.first_child = node
    }
    root.pointee.last_child = node
  }
}
