import TechDocsModel

/// What is written around each line of a block of code: its number, its link, its span, its mark.
struct CodeLines {
  /// The number of the first line; nil without numbers.
  let first: Int?
  /// Every so manieth line has a number, and every so manieth one stands out (0: none).
  let step: Int, special: Int
  let style: CodeOptions.NumberStyle
  private let highlighted: Set<Int>
  /// What ids of links and of spans begin with, the block's number with them; nil without.
  private let anchor: String?, span: String?
  /// How wide the largest number is.
  private let width: Int

  /// For a block of so many lines, the `block`th of its page (1-based).
  init(_ fence: FenceOptions, _ options: CodeOptions, block: Int, count: Int) {
    let asked = fence.numbers.first
    let isNumbered = options.hasNumbers ?? (asked != nil) && asked != 0
    first = isNumbered ? max(asked ?? 1, 1) : nil
    step = max(fence.numbers.dropFirst().first ?? 1, 1)
    special = fence.numbers.dropFirst(2).first ?? 0
    style = options.numberStyle
    highlighted = fence.highlighted
    let name = fence.id ?? String(block)
    // Links need a number to hang on, or the anchors of their own.
    anchor = options.hasAnchors && !options.anchorPrefix.isEmpty ? "\(options.anchorPrefix)-\(name)" : nil
    span = options.spanPrefix.isEmpty ? nil : "\(options.spanPrefix)-\(name)"
    width = String((first ?? 1) + max(count, 1) - 1).count
  }

  var hasColumn: Bool { first != nil && style == .table }

  /// Whether lines are written as they are.
  var arePlain: Bool { highlighted.isEmpty && anchor == nil && span == nil && (first == nil || style == .table) }

  /// Writes highlighted code line by line.
  func put(_ code: UnsafeBufferPointer<UInt8>, into html: inout HTMLBuffer) {
    var start = 0, line = 0
    while start < code.count {
      var end = start
      while end < code.count, code[end] != UInt8(ascii: "\n") { end += 1 }
      end = min(end + 1, code.count)
      begin(line, into: &html)
      html.put(UnsafeBufferPointer(rebasing: code[start..<end]))
      if highlighted.contains(line + 1) { html.put("</span>") }
      if span != nil { html.put("</span>") }
      (start, line) = (end, line + 1)
    }
  }

  private func begin(_ line: Int, into html: inout HTMLBuffer) {
    if let span {
      html.put("<span id=\"")
      put(span, line, into: &html)
      html.put("\">")
    }
    if let anchor {
      html.put("<a id=\"")
      put(anchor, line, into: &html)
      html.put("\" name=\"")
      put(anchor, line, into: &html)
      html.put("\"></a>")
    }
    if first != nil, style != .table { inlineNumber(line, into: &html) }
    if highlighted.contains(line + 1) { html.put("<span class=\"hll\">") }
  }

  private func inlineNumber(_ line: Int, into html: inout HTMLBuffer) {
    let text = number(line) ?? ""
    let padded = String(repeating: " ", count: max(width - text.count, 0)) + text
    if style == .styled {
      html.put("<span class=\"linenos\" data-linenos=\"\(padded) \"></span>")
    } else {
      html.put("<span class=\"\(isSpecial(line) ? "linenos special" : "linenos")\">\(padded)</span>")
    }
  }

  /// The number of a line (0-based); nil where it has none.
  private func number(_ line: Int) -> String? {
    guard let first, (first + line) % step == 0 || step == 1 else { return nil }
    return String(first + line)
  }

  private func isSpecial(_ line: Int) -> Bool { special > 0 && ((first ?? 1) + line) % special == 0 }

  /// The column of numbers for so many lines.
  func putColumn(_ count: Int, into html: inout HTMLBuffer) {
    for line in 0..<max(count, 1) {
      html.put(isSpecial(line) ? "<span class=\"special\">" : "<span class=\"normal\">")
      if let number = number(line) {
        if let anchor {
          // Not in the way of the keyboard: a link to each line would be a stop at each line.
          html.put("<a tabindex=\"-1\" href=\"#")
          put(anchor, line, into: &html)
          html.put("\">\(number)</a>")
        } else {
          html.put(number)
        }
      }
      html.put("</span>\n")
    }
  }

  private func put(_ prefix: String, _ line: Int, into html: inout HTMLBuffer) {
    html.putEscaped(prefix)
    html.put("-")
    html.put((first ?? 1) + line)
  }
}
