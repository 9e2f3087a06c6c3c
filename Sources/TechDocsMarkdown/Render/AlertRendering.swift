import CCMarkGFM
import TechDocsModel

extension HTMLRenderer {
  /// A block quote, or a call-out where its first line is `[!NOTE]`.
  ///
  /// Source: GitHub's alerts, rendered as admonitions as the plugin `gh-admonitions` does; GitLab's titles after the
  /// mark are kept.
  mutating func enterQuote(_ node: CNode, into html: inout HTMLBuffer) {
    guard let alert = Alert(node) else {
      quotes.append(false)
      if openQuote == node.pointee.prev, openQuote != nil { return html.truncate(to: quoteEnd) }
      newLine(&html)
      html.put("<blockquote>\n")
      return
    }
    newLine(&html)
    quotes.append(true)
    html.put("<div class=\"admonition ")
    html.put(alert.type)
    html.put("\">\n<p class=\"admonition-title\">")
    if alert.title.isEmpty { html.put(alert.name) }
    for title in alert.title { render(title, into: &html) }
    html.put("</p>\n")
    alert.removeFirstLine()
  }

  /// Python-Markdown goes on with a quote that a blank line alone parts from the one before.
  mutating func leaveQuote(_ node: CNode, into html: inout HTMLBuffer) {
    newLine(&html)
    let isAlert = quotes.popLast() ?? false
    openQuote = isAlert ? nil : node
    quoteEnd = html.count
    html.put(isAlert ? "</div>\n" : "</blockquote>\n")
  }
}

/// The first line of an alert: `[!TYPE] optional title`.
private struct Alert {
  let type: StaticString
  let name: StaticString
  /// The inlines of the first line after the mark.
  let title: [CNode]
  /// The line end after the title; nil when the paragraph ends with it.
  private let lineEnd: CNode?

  init?(_ quote: CNode) {
    guard let paragraph = quote.pointee.first_child, UInt32(paragraph.pointee.type) == CMARK_NODE_PARAGRAPH.rawValue,
      let first = paragraph.pointee.first_child, UInt32(first.pointee.type) == CMARK_NODE_TEXT.rawValue
    else { return nil }
    let text = first.pointee.as.literal.bytes
    guard text.starts(with: "[!".utf8), let close = text.prefix(16).firstIndex(of: UInt8(ascii: "]")),
      let known = Self.type(text[2..<close])
    else { return nil }
    (type, name) = known
    var title: [CNode] = [first], step = first.pointee.next
    while let node = step, !Self.isLineEnd(node) {
      title.append(node)
      step = node.pointee.next
    }
    lineEnd = step
    let spaces = text[(close + 1)...].prefix { $0 == UInt8(ascii: " ") }.count
    // A line that says everything is a quote, as on GitHub.
    if lineEnd == nil, paragraph.pointee.next == nil, close + 1 < text.count || title.count > 1 { return nil }
    let isOnlyMark = close + 1 + spaces == text.count && title.count == 1
    AttributeList.dropFirst(close + 1 + spaces, of: first)
    self.title = isOnlyMark ? [] : title
    if isOnlyMark { cmark_node_free(first) }
  }

  /// Empties the line, so that the body is what follows it.
  func removeFirstLine() {
    for node in title + (lineEnd.map { [$0] } ?? []) { cmark_node_free(node) }
  }

  private static func isLineEnd(_ node: CNode) -> Bool {
    let type = UInt32(node.pointee.type)
    return type == CMARK_NODE_SOFTBREAK.rawValue || type == CMARK_NODE_LINEBREAK.rawValue
  }

  private static func type(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> (StaticString, StaticString)? {
    switch String(decoding: word, as: UTF8.self).lowercased() {
    case "note": ("note", "Note")
    case "tip": ("tip", "Tip")
    case "important": ("warning", "Important")
    case "warning": ("warning", "Warning")
    case "caution": ("danger", "Caution")
    default: nil
    }
  }
}
