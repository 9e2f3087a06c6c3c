import CCMarkGFM
import TechDocsModel

/// Feeds a text to the library line by line, each as its author meant it.
///
/// Here stands what the library's own rules for blocks cannot be told: where raw HTML ends, Markdown inside HTML,
/// quotes between `>>>` lines, and how far a list item's text is indented (`ListTolerance`).
struct LineFeeder {
  let bytes: UnsafeBufferPointer<UInt8>
  let parser: UnsafeMutablePointer<cmark_parser>
  private var tolerance = ListTolerance()
  private var quotes = FencedQuotes()
  var finder = HTMLElementFinder()
  /// The raw HTML that is being fed.
  var raw: RawHTML?
  /// The open elements with Markdown inside, outermost first.
  var elements: [OpenElement] = []

  private let options: BlockOptions

  init(
    _ bytes: UnsafeBufferPointer<UInt8>, to parser: UnsafeMutablePointer<cmark_parser>, options: BlockOptions
  ) {
    self.bytes = bytes
    self.parser = parser
    self.options = options
  }

  mutating func run() {
    var start = 0
    while start < bytes.count {
      let newline = bytes.offset(of: UInt8(ascii: "\n"), from: start)
      start = piece(start..<(newline.map { $0 + 1 } ?? bytes.count))
    }
  }

  /// Feeds a line, or the first part of it; the offset where what is left begins.
  private mutating func piece(_ line: Range<Int>) -> Int {
    if raw != nil { return rawPiece(line) }
    if let last = elements.last, last.endTag.lowerBound < line.upperBound { return endElement(last, line) }
    let isAtRoot = isAtRoot(line)
    if isAtRoot, let next = elementPiece(line) ?? mathPiece(line) { return next }
    if let quoted = quotes.quoted(bytes, line, isAtRoot: isAtRoot) {
      quoted.withUnsafeBufferPointer { feed($0) }
      return line.upperBound
    }
    if endsRawHTML(line) || endsAlert(line) || AlertMark.parts(openFence == nil ? openQuote : nil, bytes, line) {
      feedBlank()
    }
    if isAtRoot, let other = HardSpace.replaced(after: bytes, line) {
      other.withUnsafeBufferPointer { feed($0) }
    } else {
      feed(line)
    }
    return line.upperBound
  }

  /// Feeds a piece as a line of its own, and keeps count of the text's own lines.
  mutating func feed(_ range: Range<Int>, indent: Int = 0) {
    guard let last = range.last else { return }
    if indent > 0 {
      (Array(repeating: 0x20, count: indent) + bytes[range]).withUnsafeBufferPointer { feed($0) }
    } else {
      feed(UnsafeBufferPointer(rebasing: bytes[range]))
    }
    if bytes[range.lowerBound] == UInt8(ascii: "-") { DashedBreak.note(bytes, range, parser) }
    if bytes[last] != UInt8(ascii: "\n"), range.upperBound < bytes.count { parser.pointee.line_number -= 1 }
  }

  var hasMath: Bool { options.hasMath }

  private mutating func feed(_ line: UnsafeBufferPointer<UInt8>) {
    guard line.offset(of: UInt8(ascii: "\\")) == nil, line.offset(of: UInt8(ascii: "^")) == nil else {
      return protected(line).withUnsafeBufferPointer { feedLine($0) }
    }
    feedLine(line)
  }

  private mutating func feedLine(_ line: UnsafeBufferPointer<UInt8>) {
    tolerance.prepare(parser, for: line)
    if tolerance.missing > 0 { cmark_parser_feed(parser, "    ", tolerance.missing) }
    if let place = InlineTagLine.place(in: line, from: tolerance.offset), !isInRaw {
      feedPart(UnsafeBufferPointer(rebasing: line[..<place]))
      cmark_parser_feed(parser, "\(Unicode.Scalar(RendererMarks.targetEnd))", 1)
      feedPart(UnsafeBufferPointer(rebasing: line[place...]))
    } else {
      feedPart(line)
    }
    if line.last != UInt8(ascii: "\n") { cmark_parser_feed(parser, "\n", 1) }
    tolerance.restore(parser)
  }

  private func feedPart(_ part: UnsafeBufferPointer<UInt8>) {
    part.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
  }

  /// Whether the last line belongs to fenced code or raw HTML.
  private var isInRaw: Bool {
    openFence != nil
      || parser.pointee.current.map { UInt32($0.pointee.type) == CMARK_NODE_HTML_BLOCK.rawValue } ?? false
  }

  /// Feeds a line that is not in the text.
  func feedBlank() { feedUncounted("\n") }

  func feedUncounted(_ line: String) {
    cmark_parser_feed(parser, line, line.utf8.count)
    parser.pointee.line_number -= 1
  }

  /// Whether a line is no part of fenced code, and no slash block or raw HTML of the document itself is open.
  func isAtRoot(_ line: Range<Int>) -> Bool {
    guard let open = parser.pointee.root?.pointee.last_child,
      open.pointee.flags & UInt16(CMARK_NODE__OPEN.rawValue) != 0
    else { return true }
    switch UInt32(open.pointee.type) {
    case CMARK_NODE_CODE_BLOCK.rawValue: return open.pointee.as.code.fenced == 0
    case CMARK_NODE_HTML_BLOCK.rawValue: return false
    case CMarkLibrary.shared.kinds.container where FencedBlock.isFenced(open) && !FencedBlock.isClosed(open):
      return false
    default: return !isInFence(line)
    }
  }

  /// Whether fenced code in a list or another block is open; a line at the edge of the page ends it.
  private func isInFence(_ line: Range<Int>) -> Bool {
    guard let openFence else { return false }
    return InputGuard.isWhite(bytes[line.lowerBound]) || tolerance.owns(openFence)
  }

  /// The fenced code that is open, in whatever block.
  private var openFence: CNode? {
    guard let tip = parser.pointee.current, UInt32(tip.pointee.type) == CMARK_NODE_CODE_BLOCK.rawValue,
      tip.pointee.as.code.fenced != 0
    else { return nil }
    return tip
  }

  /// Whether a line of slashes or the start of fenced code stands right below raw HTML, which would go on with it.
  private func endsRawHTML(_ line: Range<Int>) -> Bool {
    guard let html = parser.pointee.current, UInt32(html.pointee.type) == CMARK_NODE_HTML_BLOCK.rawValue,
      html.pointee.as.html_block_type >= 6
    else { return false }
    return bytes[line].starts(with: "///".utf8) || CodeFence(bytes, line) != nil
  }

  /// Whether a line would go on with the text of an alert without saying so.
  ///
  /// Source: GitHub and `gh-admonitions`: an alert is what its `>` lines say.
  private func endsAlert(_ line: Range<Int>) -> Bool {
    guard let openQuote, AlertMark.begins(openQuote) else { return false }
    return bytes[line].first { !InputGuard.isWhite($0) } != UInt8(ascii: ">")
  }

  /// The quote of the document itself that is open.
  private var openQuote: CNode? {
    guard let quote = parser.pointee.root?.pointee.last_child,
      UInt32(quote.pointee.type) == CMARK_NODE_BLOCK_QUOTE.rawValue,
      quote.pointee.flags & UInt16(CMARK_NODE__OPEN.rawValue) != 0
    else { return nil }
    return quote
  }
}

/// What a doc site's configuration says about blocks.
struct BlockOptions: Sendable {
  /// Whether formulas are read (`pymdownx.arithmatex`); a dollar is text elsewhere.
  var hasMath = false
  /// Whether call-outs, details and tabs are written between slashes only.
  var usesSlashes = false
}
