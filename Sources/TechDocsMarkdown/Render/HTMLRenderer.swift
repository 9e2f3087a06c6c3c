import CCMarkGFM
import TechDocsHighlight
import TechDocsModel

/// Writes a tree as HTML by walking its pointers: no recursion, no copies of text.
struct HTMLRenderer {
  let kinds: NodeKinds
  let highlighter: Highlighter
  var text: TextWriter
  let dialect: DialectOptions
  /// Whether the task is done whose paragraph comes next.
  var openTask: Bool?
  /// How many edits of whole paragraphs are open.
  var openEdits: [StaticString] = []
  let lines: LineMap
  let path: SourcePath

  var slugs = SlugRegister()
  var headings: [Heading] = []
  var openHeading: OpenHeading?
  var deferred = DeferredText()
  /// The ids of headings, kept where tabs ask for them.
  var headingIDs: [CNode: String] = [:]
  /// For each Markdown link in document order: the line where it ends.
  var linkLines: [Int] = []
  /// The alignment of the columns of the table that is being written, and the current column.
  var alignments: [UInt8] = []
  var column = 0
  var isHeaderRow = false
  /// How many images are open: inside an image only text is written, for its `alt`.
  var imageDepth = 0
  /// Whether the link that was met last is written in few words, end tag and all.
  var isShortened = false
  /// The number of each note's definition.
  var footnoteNumbers: [CNode: Int] = [:]
  /// How many footnotes have been written.
  var footnotes = 0
  /// By open container, innermost last.
  var headers: [ContainerBlock] = []
  /// By open block quote, innermost last: whether it is an alert.
  var quotes: [Bool] = []
  /// How many blocks of code have been written.
  var codeBlocks = 0
  var languages = LanguageNames()
  /// CPU nanoseconds that colouring blocks of code has taken.
  var highlightTime: UInt64 = 0
  var helpers = DrawingHelpers()
  /// One for each diagram or formula that its helper refused.
  var undrawn: [Diagnostic] = []
  /// The last quote that was left, and where its end tag stands.
  var openQuote: CNode?
  var quoteEnd = 0
  /// The number of the caption whose text comes next.
  var openCaption: String?
  /// How many captions of each numbered kind have begun.
  var captions: [String: Int] = [:]
  /// How many sets of content tabs have begun.
  var tabSets = 0
  /// The lines across the page that have the anchor of a heading.
  var underlines: Set<CNode> = []

  init(
    kinds: NodeKinds, highlighter: Highlighter, text: TextWriter, dialect: DialectOptions, lines: LineMap,
    path: SourcePath
  ) {
    self.kinds = kinds
    self.highlighter = highlighter
    self.text = text
    self.dialect = dialect
    self.lines = lines
    self.path = path
  }

  mutating func render(_ root: CNode, into html: inout HTMLBuffer) {
    if UInt32(root.pointee.type) == CMARK_NODE_DOCUMENT.rawValue { orderFootnotes(of: root) }
    var node = root
    while true {
      let goesDown = enter(node, into: &html)
      if goesDown, let child = node.pointee.first_child {
        node = child
        continue
      }
      leave(node, into: &html)
      while node != root, node.pointee.next == nil, let parent = node.pointee.parent {
        node = parent
        leave(node, into: &html)
      }
      guard node != root, let next = node.pointee.next else { return }
      node = next
    }
  }

  /// Writes the inlines of a title elsewhere than in document order. They hold no blocks, so this nests once.
  mutating func renderInlines(of title: CNode, into html: inout HTMLBuffer) {
    var child = title.pointee.first_child
    while let node = child {
      render(node, into: &html)
      child = node.pointee.next
    }
  }

  /// Writes what comes before a node's children; false when it has dealt with them itself.
  private mutating func enter(_ node: CNode, into html: inout HTMLBuffer) -> Bool {
    let type = UInt32(node.pointee.type)
    if imageDepth > 0 { return enterAlternativeText(node, type, into: &html) }
    if type & UInt32(CMARK_NODE_TYPE_MASK) == UInt32(CMARK_NODE_TYPE_INLINE) {
      return enterInline(node, type, into: &html)
    }
    return enterBlock(node, type, into: &html)
  }

  private mutating func leave(_ node: CNode, into html: inout HTMLBuffer) {
    let type = UInt32(node.pointee.type)
    if type & UInt32(CMARK_NODE_TYPE_MASK) == UInt32(CMARK_NODE_TYPE_INLINE) {
      leaveInline(node, type, into: &html)
    } else {
      leaveBlock(node, type, into: &html)
    }
  }

  /// Begins a new line of output unless one has just begun.
  func newLine(_ html: inout HTMLBuffer) {
    let isAtStart = html.withBytes { $0.last.map { $0 == UInt8(ascii: "\n") } ?? true }
    if !isAtStart { html.put(UInt8(ascii: "\n")) }
  }

  func range(of node: CNode) -> SourceRange {
    SourceRange(
      path, line: lines.line(Int(node.pointee.start_line)), column: max(1, Int(node.pointee.start_column)))
  }
}

extension cmark_chunk {
  /// The text in place.
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: data, count: Int(len)) }
}

extension cmark_strbuf {
  /// The text in place.
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: ptr, count: Int(size)) }
}
