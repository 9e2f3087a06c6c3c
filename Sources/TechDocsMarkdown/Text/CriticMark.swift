import CCMarkGFM
import TechDocsModel

/// What becomes of an editor's marks: shown, or carried out.
///
/// Source: `mode` of `pymdownx.critic`.
enum CriticMode: String, Sendable {
  case view, accept, reject
}

/// `{++added++}`, `{--removed--}`, `{~~old~>new~~}`, `{>>remark<<}` inside one run of text.
///
/// `{==marked==}` is a mark whose braces the renderer takes away. Source: `pymdownx.critic`.
struct CriticMark {
  private enum Kind { case insertion, deletion, substitution, comment }

  private let kind: Kind
  private let text: Range<Int>
  /// The offset after the closing brace.
  let end: Int

  /// No edit is longer, so that open marks are not searched for the end of the page again and again.
  private static let limit = 2_000

  /// Reads what begins at a brace; nil for text.
  init?(_ source: UnsafeBufferPointer<UInt8>, at start: Int) {
    guard start + 6 <= source.count, source[start + 1] == source[start + 2] else { return nil }
    let closer: UInt8
    switch source[start + 1] {
    case UInt8(ascii: "+"): (kind, closer) = (.insertion, source[start + 1])
    case UInt8(ascii: "-"): (kind, closer) = (.deletion, source[start + 1])
    case UInt8(ascii: "~"): (kind, closer) = (.substitution, source[start + 1])
    case UInt8(ascii: ">"): (kind, closer) = (.comment, UInt8(ascii: "<"))
    default: return nil
    }
    var index = start + 3
    let last = min(source.count - 3, start + Self.limit)
    while index <= last,
      source[index] != closer || source[index + 1] != closer || source[index + 2] != UInt8(ascii: "}")
    {
      index += 1
    }
    guard index <= last else { return nil }
    text = start + 3..<index
    end = index + 3
    if kind == .substitution, Self.arrow(source, text) == nil { return nil }
  }

  func put(_ source: UnsafeBufferPointer<UInt8>, _ mode: CriticMode, into html: inout HTMLBuffer) {
    let arrow = kind == .substitution ? Self.arrow(source, text) : nil
    let old = kind == .deletion ? text : arrow.map { text.lowerBound..<$0 }
    let new = kind == .insertion ? text : arrow.map { ($0 + 2)..<text.upperBound }
    put(source, old, "del", isKept: mode == .reject, mode, into: &html)
    put(source, new, "ins", isKept: mode == .accept, mode, into: &html)
    guard kind == .comment, mode == .view else { return }
    html.put("<span class=\"critic comment\">")
    html.putEscaped(UnsafeBufferPointer(rebasing: source[text]))
    html.put("</span>")
  }

  private func put(
    _ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>?, _ element: String, isKept: Bool, _ mode: CriticMode,
    into html: inout HTMLBuffer
  ) {
    guard let range, mode == .view || isKept else { return }
    if mode == .view { html.put("<\(element) class=\"critic\">") }
    html.putEscaped(UnsafeBufferPointer(rebasing: source[range]))
    if mode == .view { html.put("</\(element)>") }
  }

  /// Where `~>` parts the old text from the new.
  private static func arrow(_ source: UnsafeBufferPointer<UInt8>, _ text: Range<Int>) -> Int? {
    text.dropLast().first { source[$0] == UInt8(ascii: "~") && source[$0 + 1] == UInt8(ascii: ">") }
  }
}

/// `{++` and `++}` (or with `--`) around more than one run of text, and alone around paragraphs.
enum CriticSpan {
  /// The element that a mark opens when its end stands in a later neighbour of the node; nil for text.
  static func opening(_ text: UnsafeBufferPointer<UInt8>, at start: Int, of node: CNode?) -> (StaticString, end: Int)? {
    guard start + 2 < text.count, text[start + 1] == text[start + 2], let tags = tags(text[start + 1]),
      let node, closes(after: node, text[start + 1], isText: true)
    else { return nil }
    return (tags.open, start + 3)
  }

  /// The end tag of a mark that closes here.
  static func closing(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> (StaticString, end: Int)? {
    guard start + 2 < text.count, text[start] == text[start + 1], text[start + 2] == UInt8(ascii: "}"),
      let tags = tags(text[start])
    else { return nil }
    return (tags.close, start + 3)
  }

  static func tags(_ mark: UInt8) -> (open: StaticString, block: StaticString, close: StaticString)? {
    switch mark {
    case UInt8(ascii: "+"): ("<ins class=\"critic\">", "<ins class=\"critic block\">", "</ins>")
    case UInt8(ascii: "-"): ("<del class=\"critic\">", "<del class=\"critic block\">", "</del>")
    default: nil
    }
  }

  /// Whether a later neighbour holds the closing mark. Looks at few, so that open marks cost little.
  static func closes(after node: CNode, _ mark: UInt8, isText: Bool) -> Bool {
    let close = [mark, mark, UInt8(ascii: "}")]
    var step = node.pointee.next, steps = 0
    while let next = step, steps < 64 {
      if isText, UInt32(next.pointee.type) == CMARK_NODE_TEXT.rawValue {
        let bytes = next.pointee.as.literal.bytes
        if bytes.indices.contains(where: { bytes[$0] == mark && bytes[$0...].starts(with: close) }) { return true }
      }
      if !isText, HTMLRenderer.isText(next, String(decoding: close, as: UTF8.self)) { return true }
      (step, steps) = (next.pointee.next, steps + 1)
    }
    return false
  }
}

extension TextWriter {
  /// Writes an edit, or the start of one that goes on behind markup; nil for text.
  mutating func edit(
    _ text: UnsafeBufferPointer<UInt8>, of node: CNode, at index: Int, after before: UnsafeBufferPointer<UInt8>,
    into html: inout HTMLBuffer
  ) -> Int? {
    if let mark = CriticMark(text, at: index) {
      html.putEscaped(before)
      mark.put(text, critic, into: &html)
      return mark.end
    }
    guard critic == .view, let (tag, end) = CriticSpan.opening(text, at: index, of: node) else { return nil }
    html.putEscaped(before)
    html.put(tag)
    openEdits += 1
    return end
  }

  /// Writes the end of an edit that began before markup; nil for text.
  mutating func endEdit(
    _ text: UnsafeBufferPointer<UInt8>, at index: Int, after before: UnsafeBufferPointer<UInt8>,
    into html: inout HTMLBuffer
  ) -> Int? {
    guard openEdits > 0, let (tag, end) = CriticSpan.closing(text, at: index) else { return nil }
    html.putEscaped(before)
    html.put(tag)
    openEdits -= 1
    return end
  }
}

extension HTMLRenderer {
  /// Opens or closes an edit of whole paragraphs where one says nothing but `{++` or `++}`; false for any other.
  mutating func takeEdit(_ paragraph: CNode, into html: inout HTMLBuffer) -> Bool {
    for mark in [UInt8(ascii: "+"), UInt8(ascii: "-")] {
      guard let tags = CriticSpan.tags(mark) else { continue }
      let pair = String(decoding: [mark, mark], as: UTF8.self)
      if Self.isText(paragraph, "{\(pair)"), CriticSpan.closes(after: paragraph, mark, isText: false) {
        openTag(tags.block, &html)
        openEdits.append(tags.close)
        return true
      }
      if Self.isText(paragraph, "\(pair)}"), let close = openEdits.popLast() {
        html.put(close)
        return true
      }
    }
    return false
  }
}
