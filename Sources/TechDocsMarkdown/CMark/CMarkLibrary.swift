import CArena
import CCMarkGFM

/// A node of the C tree.
typealias CNode = UnsafeMutablePointer<cmark_node>

/// What the process needs of libcmark-gfm, set up once before the first parse.
///
/// The library keeps a process-wide table of special characters that each parse switches on at its start and off at
/// its end, so parsers that run at once drop each other's. Here they are switched on once and never off
/// (`CMarkParse` has the other half).
struct CMarkLibrary: @unchecked Sendable {
  static let shared = CMarkLibrary()

  /// Our block extension, in two forms of which each parser has one: with indented bodies and without.
  let block: UnsafeMutablePointer<cmark_syntax_extension>?
  let slashes: UnsafeMutablePointer<cmark_syntax_extension>?
  /// What every parser has besides, in this order.
  let extensions: [UnsafeMutablePointer<cmark_syntax_extension>]
  /// Our extension for mathematics, attached where the configuration asks for it.
  let math: UnsafeMutablePointer<cmark_syntax_extension>?
  let kinds: NodeKinds
  /// Memory from the thread's arena; docs/decisions/0015-arena.md.
  let memory: UnsafeMutablePointer<cmark_mem>

  private init() {
    memory = .allocate(capacity: 1)
    memory.initialize(to: cmark_mem(calloc: arena_calloc, realloc: arena_realloc, free: arena_free))
    cmark_gfm_core_extensions_ensure_registered()
    kinds = NodeKinds()
    block = Self.blockExtension(openBlock)
    slashes = Self.blockExtension(openBlockBetweenSlashes)
    let marks = cmark_syntax_extension_new("techdocs-marks")
    cmark_syntax_extension_set_match_inline_func(marks, matchMark)
    cmark_syntax_extension_set_inline_from_delim_func(marks, insertMark)
    cmark_syntax_extension_set_can_contain_func(marks, canMarkContain)
    cmark_syntax_extension_set_special_inline_chars(marks, Self.characters("=^~"))
    math = cmark_syntax_extension_new("techdocs-math")
    cmark_syntax_extension_set_match_inline_func(math, matchMath)
    cmark_syntax_extension_set_special_inline_chars(math, Self.characters("$\u{5}"))
    // Ours goes before `table`, whose open function ends the search on every line of a paragraph.
    let names = ["table", "autolink"]
    extensions = ([marks] + names.map { cmark_find_syntax_extension($0) }).compactMap { $0 }
    switchOnSpecialCharacters()
  }

  private static func blockExtension(
    _ open: @escaping cmark_open_block_func
  ) -> UnsafeMutablePointer<cmark_syntax_extension>? {
    let made = cmark_syntax_extension_new("techdocs")
    cmark_syntax_extension_set_open_block_func(made, open)
    cmark_syntax_extension_set_match_block_func(made, matchBlock)
    cmark_syntax_extension_set_can_contain_func(made, canContain)
    cmark_syntax_extension_set_contains_inlines_func(made, containsInlines)
    return made
  }

  /// A list of characters as the library keeps them: each as a pointer's value.
  private static func characters(_ text: StaticString) -> UnsafeMutablePointer<cmark_llist>? {
    var list: UnsafeMutablePointer<cmark_llist>?
    for index in 0..<text.utf8CodeUnitCount {
      let value = UnsafeMutableRawPointer(bitPattern: UInt(text.utf8Start[index]))
      list = cmark_llist_append(cmark_get_default_mem_allocator(), list, value)
    }
    return list
  }

  /// Whether the library that runs is the one whose structures this was built for.
  static var isSupported: Bool { cmark_version() >= (29 << 16 | 6) }

  /// Walks the first half of a parse: the characters of all extensions become special and stay so.
  private func switchOnSpecialCharacters() {
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return }
    attach(to: parser, BlockOptions(hasMath: true))
    CMarkParse.finish(parser, kinds: kinds, block: block).map { cmark_node_free($0) }
  }

  func attach(to parser: UnsafeMutablePointer<cmark_parser>, _ options: BlockOptions) {
    if options.hasMath, let math { cmark_parser_attach_syntax_extension(parser, math) }
    if let first = options.usesSlashes ? slashes : block { cmark_parser_attach_syntax_extension(parser, first) }
    for item in extensions { cmark_parser_attach_syntax_extension(parser, item) }
  }
}

/// Node types beyond the library's own. Registered once: each call makes a new one.
struct NodeKinds: Sendable {
  /// A block that holds blocks; `as.html_block_type` says which extension's.
  let container = UInt32(cmark_syntax_extension_add_node(0).rawValue)
  /// An inline element that a run of characters makes; `internal_offset` is its `MarkKind`.
  let mark = UInt32(cmark_syntax_extension_add_node(1).rawValue)
  /// The title line of a container: holds inlines.
  let title = UInt32(cmark_syntax_extension_add_node(0).rawValue)
}
