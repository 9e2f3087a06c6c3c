import TechDocsModel

/// The state of one pass over one article.
///
/// What it writes can be read in one way only: text without `<`, and tags in lower case with quoted values.
struct FinishingPass: ~Copyable {
  /// An element that is open.
  struct OpenElement {
    let name: Range<Int>
    /// nil for one that only trusted sources may have.
    let element: SanitizerPolicy.Element?
  }

  let text: UnsafeBufferPointer<UInt8>
  /// The drawings that stand at the renderer's marks; they are clean.
  let icons: [[UInt8]]
  let isTrusted: Bool
  let policy: SanitizerPolicy
  var out: HTMLBuffer
  var links: [FinishedArticle.Link] = []
  var anchors: [String] = []
  var removed: [(line: Int, what: String)] = []
  /// The elements that are open, outermost first.
  var open: [OpenElement] = []
  /// How many start tags were left out because too many elements were open.
  var hidden = 0
  /// The source line of the first of them.
  var tooDeep: Int?
  /// The source line of the raw HTML that is being read; 0 in Markdown's own.
  var line = 0
  /// What was looked for in vain and need not be looked for again, so that no text is read through for every `<`.
  var ends = KnownEnds()
  /// The last `style` that stays as it stands; tables have the same one in each cell.
  var lastStyle: Range<Int>?
  /// The readable text, for search.
  var words = TextCollector()

  /// A browser flattens what nests deeper; so does every stack.
  static let depthLimit = 200

  init(text: UnsafeBufferPointer<UInt8>, icons: [[UInt8]], isTrusted: Bool, policy: SanitizerPolicy) {
    self.text = text
    self.icons = icons
    self.isTrusted = isTrusted
    self.policy = policy
    out = HTMLBuffer(capacity: text.count + 256)
  }

  consuming func article() -> FinishedArticle {
    words.finish()
    return FinishedArticle(
      html: out.bytes, links: links, anchors: anchors, removed: removed, tooDeep: tooDeep, text: words.text,
      sections: words.sections)
  }

  mutating func run() {
    let text = text
    var from = 0, index = 0
    while index < text.count {
      index = text.candidate(from: index) {
        let word = ByteWord(text, at: $0)
        return word.equal(to: UInt8(ascii: "<")) | word.equal(to: UInt8(ascii: "&"))
          | word.below(RendererMarks.last + 1)
      }
      guard index < text.count else { break }
      let byte = text[index]
      guard byte == UInt8(ascii: "<") || byte <= RendererMarks.last && byte > 0 || isNumeric(byte, at: index) else {
        index += 1
        continue
      }
      copy(from..<index)
      switch byte {
      case UInt8(ascii: "<"): index = markup(at: index)
      case UInt8(ascii: "&"): index = reference(at: index)
      default: index = mark(at: index)
      }
      from = index
    }
    copy(from..<text.count)
    for element in open.reversed() { closeImplied(element) }
  }

  @inline(__always)
  private func isNumeric(_ byte: UInt8, at index: Int) -> Bool {
    byte == UInt8(ascii: "&") && index + 1 < text.count && text[index + 1] == UInt8(ascii: "#")
  }

  /// Copies a numeric reference of raw HTML, or what it stands for where it names a character that no page may hold.
  private mutating func reference(at start: Int) -> Int {
    guard let (number, end) = ControlCharacters.number(text, at: start) else {
      // Text: it must not become one with what is left of the next.
      out.put("&amp;")
      words.take(UInt8(ascii: "&"))
      return start + 1
    }
    let readable = ControlCharacters.readable(number)
    if readable == number {
      copy(start..<end)
    } else if let scalar = readable.flatMap(Unicode.Scalar.init) {
      for byte in UTF8.encode(scalar) ?? .init() {
        out.put(byte)
        words.take(byte)
      }
    }
    return end
  }

  private mutating func copy(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let run = UnsafeBufferPointer(rebasing: text[range])
    out.put(run)
    words.take(run)
  }

  /// Strips a mark; a line mark says where the raw HTML after it comes from.
  private mutating func mark(at start: Int) -> Int {
    if text[start] == MathMark.backslash {
      out.put(UInt8(ascii: "\\"))
      words.take(UInt8(ascii: "\\"))
      return start + 1
    }
    guard [RendererMarks.line, RendererMarks.target, RendererMarks.icon].contains(text[start]) else { return start + 1 }
    let (number, end) = Self.number(text, after: start)
    if text[start] == RendererMarks.line { line = number }
    if text[start] == RendererMarks.icon, number < icons.count { out.put(icons[number]) }
    return end
  }

  /// The decimal number after a mark, and the offset after its end mark.
  static func number(_ text: UnsafeBufferPointer<UInt8>, after start: Int) -> (Int, end: Int) {
    var index = start + 1, number = 0
    while index < text.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[index]) {
      number = min(number, 1 << 40) * 10 + Int(text[index] - UInt8(ascii: "0"))
      index += 1
    }
    return (number, min(index + 1, text.count))
  }

  /// Deals with what begins at a `<`; the offset after it.
  private mutating func markup(at start: Int) -> Int {
    if let end = plainSpan(at: start) ?? plainSpanEnd(at: start) { return end }
    if start + 1 < text.count {
      let next = text[start + 1]
      if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
        if let end = ends.ofDeclaration(text, at: start) { return end }
      } else if let tag = ends.tag(text, at: start) {
        return tag.isEnd ? endTag(tag) : startTag(tag)
      }
    }
    // Whatever ends nowhere is shown as it stands.
    out.put("&lt;")
    words.take(UInt8(ascii: "<"))
    return start + 1
  }
}

/// Ends that were looked for and are not there.
struct KnownEnds {
  private var hasComment = true
  private var hasDeclaration = true
  /// Tags that never ended: each costs a look at the rest of the text.
  private var brokenTags = 0
  /// By opaque element: whether no end tag of it follows.
  private var missing: UInt32 = 0

  private static let brokenTagLimit = 64

  mutating func tag(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> HTMLTag? {
    let first = text[start + 1] == UInt8(ascii: "/") ? start + 2 : start + 1
    guard first < text.count, HTMLTag.isLetter(text[first]), brokenTags < Self.brokenTagLimit else { return nil }
    let tag = HTMLTag(text, at: start)
    if tag == nil { brokenTags += 1 }
    return tag
  }

  /// The end of a comment, declaration or instruction, all of which are dropped; nil when it has none.
  mutating func ofDeclaration(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    let isComment = text[start...].starts(with: "<!--".utf8)
    guard isComment ? hasComment : hasDeclaration else { return nil }
    // `<!-->` and `<!--->` are whole comments.
    var index = start + 2
    while index < text.count {
      if text[index] == UInt8(ascii: ">"), !isComment || Self.endsComment(text, index, from: start) { return index + 1 }
      index += 1
    }
    if isComment { hasComment = false } else { hasDeclaration = false }
    return nil
  }

  /// Source: HTML, "comment end state" and "comment end bang state".
  private static func endsComment(_ text: UnsafeBufferPointer<UInt8>, _ end: Int, from start: Int) -> Bool {
    let inner = text[(start + 2)..<end]
    return inner.suffix(2).elementsEqual("--".utf8) || inner.count > 4 && inner.suffix(3).elementsEqual("--!".utf8)
      || inner.count == 3 && inner.elementsEqual("---".utf8)
  }

  /// The offset after the end tag of an opaque element; nil when it has none.
  mutating func ofOpaque(_ number: Int, _ name: Range<Int>, in text: UnsafeBufferPointer<UInt8>, from start: Int)
    -> Int?
  {
    guard missing >> UInt32(number) & 1 == 0 else { return nil }
    var index = start
    while let bracket = text[index...].firstIndex(of: UInt8(ascii: "<")) {
      let end = bracket + 2 + name.count
      if end < text.count, text[bracket + 1] == UInt8(ascii: "/"),
        zip(text[(bracket + 2)..<end], text[name]).allSatisfy({ $0 | 0x20 == $1 | 0x20 }),
        HTMLTag.isWhite(text[end]) || text[end] == UInt8(ascii: "/") || text[end] == UInt8(ascii: ">"),
        let close = text[end...].firstIndex(of: UInt8(ascii: ">"))
      {
        return close + 1
      }
      index = bracket + 1
    }
    missing |= 1 << UInt32(number)
    return nil
  }
}
