import TechDocsModel

/// Straight quotes, dashes and dots as typographers set them.
///
/// Source: Python-Markdown `smarty`, rule by rule and in its order. On only where `mkdocs.yml` names it.
struct Smarty: Sendable {
  private let hasQuotes: Bool
  private let hasAngledQuotes: Bool
  private let hasDashes: Bool
  private let hasEllipses: Bool
  private let substitutions: [String: String]

  private static let standard = [
    "mdash": "—", "ndash": "–", "ellipsis": "…", "left-angle-quote": "«", "right-angle-quote": "»",
    "left-single-quote": "‘", "right-single-quote": "’", "left-double-quote": "“", "right-double-quote": "”",
  ]

  /// nil where the configuration does not name the extension.
  init?(_ options: ExtensionOptions) {
    guard options.names("smarty") else { return nil }
    hasQuotes = options.bool("smarty", "smart_quotes", or: true)
    hasAngledQuotes = options.bool("smarty", "smart_angled_quotes", or: false)
    hasDashes = options.bool("smarty", "smart_dashes", or: true)
    hasEllipses = options.bool("smarty", "smart_ellipses", or: true)
    var substitutions = Self.standard
    for entry in options["smarty", "substitutions"]?.mapping ?? [] {
      guard let key = entry.key.string, let value = entry.value.string else { continue }
      var text = value
      substitutions[key] = text.withUTF8 { CharacterReferences.decoded($0) }
    }
    self.substitutions = substitutions
  }

  static let specials = "'\"-.<>"

  /// What stands for the text at an offset, and the offset after it; nil where it stays as it is.
  func replacement(_ text: SmartyText, at index: Int) -> (String, end: Int)? {
    switch text[index] {
    case UInt8(ascii: "-") where hasDashes: run(text, index, [3: "mdash", 2: "ndash"])
    case UInt8(ascii: ".") where hasEllipses: run(text, index, [3: "ellipsis"])
    case UInt8(ascii: "<") where hasAngledQuotes: pair(text, index, "left-angle-quote")
    case UInt8(ascii: ">") where hasAngledQuotes: pair(text, index, "right-angle-quote")
    case UInt8(ascii: "'") where hasQuotes, UInt8(ascii: "\"") where hasQuotes: quotes(text, index)
    default: nil
    }
  }

  /// A run of one character that is neither shorter nor longer.
  private func run(_ text: SmartyText, _ index: Int, _ names: [Int: String]) -> (String, end: Int)? {
    guard text[index - 1] != text[index] else { return nil }
    var end = index
    while text[end] == text[index], end - index < 4 { end += 1 }
    return names[end - index].flatMap { substitutions[$0] }.map { ($0, end) }
  }

  private func pair(_ text: SmartyText, _ index: Int, _ name: String) -> (String, end: Int)? {
    text[index + 1] == text[index] ? substitutions[name].map { ($0, index + 2) } : nil
  }

  private func quotes(_ text: SmartyText, _ index: Int) -> (String, end: Int) {
    let isSingle = text[index] == UInt8(ascii: "'")
    let other = isSingle ? UInt8(ascii: "\"") : UInt8(ascii: "'")
    if text.isStart(index), text.isPunctuation(index + 1), text.isNoWordEdge(after: index + 1) {
      return (closing(isSingle), index + 1)
    }
    if text[index + 1] == other {
      if text.isWord(index + 2) { return (opening(isSingle) + opening(!isSingle), index + 2) }
      if text.closes(before: index) { return (closing(isSingle) + closing(!isSingle), index + 2) }
    }
    return (
      (isSingle ? isClosingSingle(text, index) : isClosingDouble(text, index)) ? closing(isSingle) : opening(isSingle),
      index + 1
    )
  }

  private func isClosingSingle(_ text: SmartyText, _ index: Int) -> Bool {
    if !text.isWord(index - 1), text.isDigit(index + 1), text.isDigit(index + 2), text[index + 3] == UInt8(ascii: "s") {
      return true
    }
    // Nothing between two of them.
    if text[index - 1] == UInt8(ascii: "'"), index == text.replacedEnd, !text.isWord(index - 2) { return true }
    if text.opens(before: index), text.isWord(index + 1) { return false }
    let isPossessive = text[index + 1] == UInt8(ascii: "s") && !text.isWord(index + 2)
    if text.isWhite(index + 1) || isPossessive { return true }
    return text.closes(before: index) && !text.isDigit(index + 1)
  }

  private func isClosingDouble(_ text: SmartyText, _ index: Int) -> Bool {
    if text.opens(before: index), text.isWord(index + 1) { return false }
    return text.isWhite(index + 1) || text.closes(before: index)
  }

  private func opening(_ isSingle: Bool) -> String {
    substitutions[isSingle ? "left-single-quote" : "left-double-quote"] ?? ""
  }

  private func closing(_ isSingle: Bool) -> String {
    substitutions[isSingle ? "right-single-quote" : "right-double-quote"] ?? ""
  }
}

/// One run of text between two elements, with what is known about its ends.
struct SmartyText {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Whether the line before and after it belong to the same run.
  var followsLine = false
  var precedesLine = false
  /// Where the last replaced text ends: what stood there is no letter any more.
  var replacedEnd = -1

  /// The byte at an offset; a line end or nothing outside.
  subscript(_ index: Int) -> UInt8 {
    if index >= 0, index < bytes.count { return bytes[index] }
    return index < 0 ? (followsLine ? 0x0a : 0) : precedesLine ? 0x0a : 0
  }

  func isStart(_ index: Int) -> Bool { index == 0 && !followsLine }
  func isWhite(_ index: Int) -> Bool { self[index] == 0x20 || (0x09...0x0d).contains(self[index]) }
  func isDigit(_ index: Int) -> Bool { (0x30...0x39).contains(self[index]) }

  /// A letter of any script, a digit or `_`; the general punctuation of Unicode is none.
  func isWord(_ index: Int) -> Bool {
    guard SmartSymbols.isWord(self[index]) else { return false }
    return self[index] < 0x80 || !isGeneralPunctuation(index)
  }

  private func isGeneralPunctuation(_ index: Int) -> Bool {
    (0..<3).contains { self[index - $0] == 0xe2 && self[index - $0 + 1] == 0x80 }
  }

  func isPunctuation(_ index: Int) -> Bool {
    (0x21...0x7e).contains(self[index]) && !isDigit(index) && !HTMLTag.isLetter(self[index])
  }

  /// Whether a punctuation mark and what follows are both of a word or both not.
  func isNoWordEdge(after index: Int) -> Bool { (self[index] == UInt8(ascii: "_")) == isWord(index + 1) }

  /// Whether a quote after this may open: white space or a dash.
  func opens(before index: Int) -> Bool {
    if isWhite(index - 1) { return true }
    return index >= 3 && self[index - 3] == 0xe2 && self[index - 2] == 0x80
      && (self[index - 1] == 0x93 || self[index - 1] == 0x94)
      || index >= 2 && self[index - 2] == 0xc2 && self[index - 1] == 0xa0
  }

  /// Whether a quote after this closes: anything but white space and opening marks.
  func closes(before index: Int) -> Bool {
    guard index > 0, index != replacedEnd, !isWhite(index - 1) else { return false }
    return !"[{(-".utf8.contains(self[index - 1])
  }
}
