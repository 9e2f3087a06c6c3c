/// How the content of an HTML element is read.
enum HTMLContent {
  /// As HTML, to its end tag.
  case raw
  /// As Markdown of blocks.
  case blocks
  /// As one run of inline Markdown.
  case inlines
}

/// An element that begins a line of the document.
struct HTMLElement {
  let startTag: Range<Int>
  /// nil when the element is never ended.
  let endTag: Range<Int>?
  let content: HTMLContent
  /// Whether the library takes the tag for the start of a block by itself.
  let isKnown: Bool
}

/// Reads the elements that begin a block of raw HTML.
///
/// Source: Python-Markdown's HTML blocks and `md_in_html`. An element that is not ended is read as GitHub does, up to
/// the next blank line: the peer would swallow the rest of the page.
struct HTMLElementFinder {
  /// How often the end of an element may be looked for in vain, so that open tags cost no quadratic time.
  private var tries = 100
  private static let tagLimit = 4_096

  private static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "canvas", "center", "colgroup", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup",
    "iframe", "legend", "li", "main", "map", "math", "menu", "nav", "noscript", "object", "ol", "option", "output", "p",
    "pre", "script", "search", "section", "style", "summary", "table", "tbody", "td", "textarea", "tfoot", "th",
    "thead", "tr", "ul", "video",
  ]
  private static let unknown: Set<String> = ["canvas", "hgroup", "map", "math", "object", "output", "video"]
  /// Elements that hold inlines unless their attribute says `block`.
  private static let inlines: Set<String> = [
    "address", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "legend", "li", "p", "summary", "td", "th",
  ]
  private static let alwaysRaw: Set<String> = ["canvas", "math", "option", "pre", "script", "style", "textarea"]

  /// The element whose start tag stands at `start`; nil for anything else.
  ///
  /// The end is not looked for where `isDeep` elements with Markdown are open: each looks through those inside it.
  mutating func element(_ text: UnsafeBufferPointer<UInt8>, at start: Int, isDeep: Bool) -> HTMLElement? {
    let window = UnsafeBufferPointer(rebasing: text[start..<min(start + Self.tagLimit, text.count)])
    guard let tag = HTMLTag(window, at: 0), !tag.isEnd else { return nil }
    let name = String(decoding: window[tag.name], as: UTF8.self).lowercased()
    guard Self.blocks.contains(name) else { return nil }
    let content = Self.content(of: name, tag, window)
    var endTag: Range<Int>?
    if tries > 0, !isDeep || content == .raw {
      endTag = HTMLEndTag(of: name, isRaw: content == .raw).find(text, from: start + tag.end)
      if endTag == nil { tries -= 1 }
    }
    return HTMLElement(
      startTag: start..<start + tag.end, endTag: endTag, content: content, isKnown: !Self.unknown.contains(name))
  }

  private static func content(of name: String, _ tag: HTMLTag, _ text: UnsafeBufferPointer<UInt8>) -> HTMLContent {
    guard !alwaysRaw.contains(name),
      let attribute = tag.attributes(text).first(where: { text[$0.name].elementsEqual("markdown".utf8) })
    else { return .raw }
    switch String(decoding: text[attribute.value], as: UTF8.self).lowercased() {
    case "", "1", "markdown": return inlines.contains(name) ? .inlines : .blocks
    case "block": return .blocks
    case "span": return .inlines
    default: return .raw
    }
  }
}

/// Looks for the end tag of an element, past elements of the same name inside it, code and comments.
struct HTMLEndTag {
  private let name: [UInt8]
  private let isRaw: Bool
  private var depth = 1
  private var fence: CodeFence?

  init(of name: String, isRaw: Bool) {
    self.name = Array(name.utf8)
    self.isRaw = isRaw
  }

  /// The end tag; nil when there is none. Linear.
  consuming func find(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int>? {
    var lineStart = start
    while lineStart < text.count {
      let lineEnd = text[lineStart...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? text.count
      if let found = find(text, in: lineStart..<lineEnd) { return found }
      lineStart = lineEnd
    }
    return nil
  }

  private mutating func find(_ text: UnsafeBufferPointer<UInt8>, in line: Range<Int>) -> Range<Int>? {
    if let open = fence {
      if open.isClosed(by: text, line) { fence = nil }
      return nil
    }
    fence = CodeFence(text, line)
    if fence != nil { return nil }
    var index = line.lowerBound
    while index < line.upperBound {
      switch text[index] {
      case UInt8(ascii: "`") where !isRaw: index = Self.endOfCode(text, index, line)
      case UInt8(ascii: "<"):
        if let end = tag(text, at: index) {
          if depth == 0 { return index..<end }
          index = max(end, index + 1)
        } else {
          index += 1
        }
      default: index += 1
      }
    }
    return nil
  }

  /// Counts a tag of the name that stands here; the offset after it.
  private mutating func tag(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    let isEnd = start + 1 < text.count && text[start + 1] == UInt8(ascii: "/")
    let from = start + (isEnd ? 2 : 1), after = from + name.count
    guard after < text.count, zip(text[from..<after], name).allSatisfy({ $0 | 0x20 == $1 }),
      text[after] <= 0x20 || text[after] == UInt8(ascii: ">") || text[after] == UInt8(ascii: "/"),
      let close = text[after..<min(after + 4_096, text.count)].firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    if isEnd { depth -= 1 } else if text[close - 1] != UInt8(ascii: "/") { depth += 1 }
    return close + 1
  }

  /// The offset after a code span of one line; after its mark when it does not end there.
  private static func endOfCode(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ line: Range<Int>) -> Int {
    let length = text[start..<line.upperBound].prefix { $0 == UInt8(ascii: "`") }.count
    var index = start + length, run = 0
    while index < line.upperBound {
      run = text[index] == UInt8(ascii: "`") ? run + 1 : 0
      index += 1
      if run == length, index == line.upperBound || text[index] != UInt8(ascii: "`") { return index }
    }
    return start + length
  }
}
