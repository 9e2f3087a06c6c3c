import CCMarkGFM

/// A quote between two lines of `>>>`.
///
/// Source: GitLab Flavored Markdown, "Multiline blockquote"; with `[!tip]` behind the marks it is an alert.
struct FencedQuotes {
  private var isOpen = false
  /// How often the end of a quote may be looked for in vain.
  private var tries = 100

  /// The line as a line of a quote; nil for a line outside such quotes.
  mutating func quoted(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, isAtRoot: Bool) -> [UInt8]? {
    if isOpen {
      if Self.isMark(text[line]) {
        isOpen = false
        return [UInt8(ascii: "\n")]
      }
      return Array("> ".utf8) + text[line]
    }
    guard isAtRoot, text[line].starts(with: ">>>".utf8) else { return nil }
    let rest = text[line].dropFirst(3).drop { $0 == 0x20 }
    guard rest.allSatisfy({ $0 <= 0x20 }) || rest.starts(with: "[!".utf8), isEnded(text, from: line.upperBound) else {
      return nil
    }
    isOpen = true
    return Array("> ".utf8) + rest
  }

  private mutating func isEnded(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    var lineStart = start
    while tries > 0, lineStart < text.count {
      let lineEnd = text[lineStart...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? text.count
      if Self.isMark(text[lineStart..<lineEnd]) { return true }
      lineStart = lineEnd
    }
    tries = max(0, tries - 1)
    return false
  }

  private static func isMark(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    line.starts(with: ">>>".utf8) && line.dropFirst(3).allSatisfy { $0 <= 0x20 }
  }
}

/// The line `> [!NOTE]` where quotes are fed.
enum AlertMark {
  private static let types: Set<String> = ["note", "tip", "important", "warning", "caution"]

  /// Whether a quote is an alert, as far as its first bytes tell.
  static func begins(_ quote: CNode) -> Bool {
    quote.pointee.first_child.map { $0.pointee.content.bytes.starts(with: "[!".utf8) } ?? false
  }

  /// Whether an alert begins in the midst of an open quote that is none itself.
  ///
  /// Source: `gh-admonitions`. GitHub would show the mark.
  static func parts(_ quote: CNode?, _ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    guard let quote, !begins(quote) else { return false }
    var rest = text[line].drop(while: InputGuard.isWhite)
    guard rest.popFirst() == UInt8(ascii: ">") else { return false }
    rest = rest.drop(while: InputGuard.isWhite)
    guard rest.starts(with: "[!".utf8), let close = rest.prefix(16).firstIndex(of: UInt8(ascii: "]")),
      rest[(close + 1)...].allSatisfy({ $0 <= 0x20 })
    else { return false }
    return types.contains(String(decoding: rest[(rest.startIndex + 2)..<close], as: UTF8.self).lowercased())
  }
}
