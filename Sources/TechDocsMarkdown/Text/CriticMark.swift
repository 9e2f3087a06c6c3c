import TechDocsModel

/// `{++added++}`, `{--removed--}`, `{~~old~>new~~}`, `{>>remark<<}` inside one run of text.
///
/// `{==marked==}` is a mark whose braces the renderer takes away. Source: `pymdownx.critic` with `mode: view`.
struct CriticMark {
  private let open: StaticString
  private let close: StaticString
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
    case UInt8(ascii: "+"): (open, close, closer) = ("<ins class=\"critic\">", "</ins>", source[start + 1])
    case UInt8(ascii: "-"): (open, close, closer) = ("<del class=\"critic\">", "</del>", source[start + 1])
    case UInt8(ascii: "~"): (open, close, closer) = ("<del class=\"critic\">", "</ins>", source[start + 1])
    case UInt8(ascii: ">"):
      (open, close, closer) = ("<span class=\"critic comment\">", "</span>", UInt8(ascii: "<"))
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
    if closer == UInt8(ascii: "~"), Self.arrow(source, text) == nil { return nil }
  }

  func put(_ source: UnsafeBufferPointer<UInt8>, into html: inout HTMLBuffer) {
    html.put(open)
    if source[text.lowerBound - 1] == UInt8(ascii: "~"), let arrow = Self.arrow(source, text) {
      html.putEscaped(UnsafeBufferPointer(rebasing: source[text.lowerBound..<arrow]))
      html.put("</del><ins class=\"critic\">")
      html.putEscaped(UnsafeBufferPointer(rebasing: source[(arrow + 2)..<text.upperBound]))
    } else {
      html.putEscaped(UnsafeBufferPointer(rebasing: source[text]))
    }
    html.put(close)
  }

  /// Where `~>` parts the old text from the new.
  private static func arrow(_ source: UnsafeBufferPointer<UInt8>, _ text: Range<Int>) -> Int? {
    text.dropLast().first { source[$0] == UInt8(ascii: "~") && source[$0 + 1] == UInt8(ascii: ">") }
  }
}
