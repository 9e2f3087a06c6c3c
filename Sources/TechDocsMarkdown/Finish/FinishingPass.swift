import TechDocsModel

/// The state of one pass over one article.
struct FinishingPass: ~Copyable {
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
  var open: [String] = []
  /// The source line of the raw HTML that is being read; 0 in Markdown's own.
  var line = 0

  init(text: UnsafeBufferPointer<UInt8>, icons: [[UInt8]], isTrusted: Bool, policy: SanitizerPolicy) {
    self.text = text
    self.icons = icons
    self.isTrusted = isTrusted
    self.policy = policy
    out = HTMLBuffer(capacity: text.count + 256)
  }

  consuming func article() -> FinishedArticle {
    FinishedArticle(html: out.bytes, links: links, anchors: anchors, removed: removed)
  }

  mutating func run() {
    var from = 0, index = 0
    while index < text.count {
      let byte = text[index]
      guard byte == UInt8(ascii: "<") || byte < 7 && byte > 0 else {
        index += 1
        continue
      }
      copy(from..<index)
      index = byte == UInt8(ascii: "<") ? markup(at: index) : mark(at: index)
      from = index
    }
    copy(from..<text.count)
    for element in open.reversed() where policy.rule(for: element) == .keep { close(element) }
  }

  private mutating func copy(_ range: Range<Int>) {
    if !range.isEmpty { out.put(UnsafeBufferPointer(rebasing: text[range])) }
  }

  /// Strips a mark; a line mark says where the raw HTML after it comes from.
  private mutating func mark(at start: Int) -> Int {
    if text[start] == MathMark.backslash {
      out.put(UInt8(ascii: "\\"))
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
    if let tag = HTMLTag(text, at: start) {
      let name = String(decoding: text[tag.name], as: UTF8.self).lowercased()
      return tag.isEnd ? endTag(name, tag) : startTag(name, tag)
    }
    if let end = skipped(at: start) { return end }
    out.put("&lt;")
    return start + 1
  }

  /// The end of a comment, declaration or instruction, all of which are dropped; nil for anything else.
  private func skipped(at start: Int) -> Int? {
    guard start + 1 < text.count, text[start + 1] == UInt8(ascii: "!") || text[start + 1] == UInt8(ascii: "?") else {
      return nil
    }
    let isComment =
      start + 3 < text.count && text[start + 2] == UInt8(ascii: "-") && text[start + 3] == UInt8(ascii: "-")
    guard isComment else { return text[start...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? text.count }
    var index = start + 4
    while index + 2 < text.count {
      if text[index + 2] == UInt8(ascii: ">"), text[index] == UInt8(ascii: "-"), text[index + 1] == UInt8(ascii: "-") {
        return index + 3
      }
      index += 1
    }
    return text.count
  }

  /// The offset after the end tag of an opaque element; the end of the text when it has none.
  func endOfContent(of name: String, from start: Int) -> Int {
    var index = start
    while let bracket = text[index...].firstIndex(of: UInt8(ascii: "<")) {
      if let tag = HTMLTag(text, at: bracket), tag.isEnd,
        String(decoding: text[tag.name], as: UTF8.self).lowercased() == name
      {
        return tag.end
      }
      index = bracket + 1
    }
    return text.count
  }
}
