/// `(c)`, `-->`, `1/2`, `21st`: characters that a keyboard has not.
///
/// Source: `pymdownx.smartsymbols`. Other than there, a fraction that is part of something longer (`v1/2/3`,
/// `01/02/2026`) stays text.
enum SmartSymbols {
  /// The symbol at an offset and the offset after it; nil for text.
  static func symbol(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (html: StaticString, end: Int)? {
    switch text[index] {
    case UInt8(ascii: "("): parenthesis(text, index)
    case UInt8(ascii: "+"): match("+/-", text, index).map { ("&plusmn;", $0) }
    case UInt8(ascii: "-"), UInt8(ascii: "<"): arrow(text, index)
    case UInt8(ascii: "="): match("=/=", text, index).map { ("&ne;", $0) }
    case UInt8(ascii: "c"): careOf(text, index)
    default: fraction(text, index) ?? ordinal(text, index)
    }
  }

  /// The option that switches a symbol on.
  static func kind(of html: StaticString) -> String {
    switch html.description {
    case "&trade;": "trademark"
    case "&copy;": "copyright"
    case "&reg;": "registered"
    case "&plusmn;": "plusminus"
    case "&rarr;", "&larr;", "&harr;": "arrows"
    case "&ne;": "notequal"
    case "&#8453;": "care_of"
    case let other: other.contains("<sup>") ? "ordinal_numbers" : "fractions"
    }
  }

  private static let kinds = [
    "trademark", "copyright", "registered", "plusminus", "arrows", "notequal", "care_of", "ordinal_numbers",
    "fractions",
  ]

  /// The options that a configuration sets to false.
  static func switchedOff(_ options: ExtensionOptions) -> Set<String> {
    Set(kinds.filter { !options.bool("pymdownx.smartsymbols", $0, or: true) })
  }

  private static func parenthesis(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> (html: StaticString, end: Int)? {
    match("(tm)", text, index).map { ("&trade;", $0) } ?? match("(c)", text, index).map { ("&copy;", $0) }
      ?? match("(r)", text, index).map { ("&reg;", $0) }
  }

  /// Arrows of two dashes; longer ones are text.
  private static func arrow(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> (html: StaticString, end: Int)? {
    let dash = UInt8(ascii: "-")
    if let end = match("<-->", text, index) { return ("&harr;", end) }
    if let end = match("<--", text, index), end == text.count || text[end] != dash { return ("&larr;", end) }
    guard let end = match("-->", text, index), index == 0 || text[index - 1] != dash else { return nil }
    return ("&rarr;", end)
  }

  private static func careOf(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> (html: StaticString, end: Int)? {
    guard index == 0 || !isWord(text[index - 1]), let end = match("c/o", text, index),
      end == text.count || !isWord(text[end])
    else { return nil }
    return ("&#8453;", end)
  }

  /// One digit, a slash, one digit, with nothing of a word or a path around them.
  private static func fraction(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> (html: StaticString, end: Int)? {
    guard index + 2 < text.count, text[index + 1] == UInt8(ascii: "/"), isFree(text, index - 1), isFree(text, index + 3)
    else { return nil }
    let symbol: StaticString? =
      switch (text[index] &- 0x30, text[index + 2] &- 0x30) {
      case (1, 4): "&frac14;"
      case (1, 2): "&frac12;"
      case (3, 4): "&frac34;"
      case (1, 3): "&#8531;"
      case (2, 3): "&#8532;"
      case (1, 5): "&#8533;"
      case (2, 5): "&#8534;"
      case (3, 5): "&#8535;"
      case (4, 5): "&#8536;"
      case (1, 6): "&#8537;"
      case (5, 6): "&#8538;"
      case (1, 8): "&#8539;"
      case (3, 8): "&#8540;"
      case (5, 8): "&#8541;"
      case (7, 8): "&#8542;"
      default: nil
      }
    return symbol.map { ($0, index + 3) }
  }

  private static func isFree(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard index >= 0, index < text.count else { return true }
    return !isWord(text[index]) && text[index] != UInt8(ascii: "/")
  }

  /// The letters after a number that fit it: `1st`, `22nd`, `13th`.
  ///
  /// Called at each digit, it answers at the first letter's place only: the number itself stays text.
  private static func ordinal(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> (html: StaticString, end: Int)? {
    guard index + 2 < text.count, !isDigit(text[index + 1]) else { return nil }
    let end = index + 3
    guard end == text.count || !isWord(text[end]), startsNumber(text, index) else { return nil }
    let isTeen = index > 0 && text[index - 1] == UInt8(ascii: "1")
    let digit = text[index], letters = (text[index + 1], text[index + 2])
    switch (digit, letters.0, letters.1) {
    case (UInt8(ascii: "1"), UInt8(ascii: "s"), UInt8(ascii: "t")) where !isTeen: return ("1<sup>st</sup>", end)
    case (UInt8(ascii: "2"), UInt8(ascii: "n"), UInt8(ascii: "d")) where !isTeen: return ("2<sup>nd</sup>", end)
    case (UInt8(ascii: "3"), UInt8(ascii: "r"), UInt8(ascii: "d")) where !isTeen: return ("3<sup>rd</sup>", end)
    case (_, UInt8(ascii: "t"), UInt8(ascii: "h"))
    where isTeen || !(UInt8(ascii: "1")...UInt8(ascii: "3")).contains(digit):
      return (ordinals[Int(digit &- 0x30) % 10], end)
    default: return nil
    }
  }

  private static let ordinals: [StaticString] = [
    "0<sup>th</sup>", "1<sup>th</sup>", "2<sup>th</sup>", "3<sup>th</sup>", "4<sup>th</sup>", "5<sup>th</sup>",
    "6<sup>th</sup>", "7<sup>th</sup>", "8<sup>th</sup>", "9<sup>th</sup>",
  ]

  /// Whether only digits stand between a word's start and this digit. Looks back a few places only.
  private static func startsNumber(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard isDigit(text[index]) else { return false }
    var back = index - 1
    while back >= 0, index - back < 9, isDigit(text[back]) { back -= 1 }
    return back < 0 || !isWord(text[back])
  }

  private static func match(_ word: StaticString, _ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
    let count = word.utf8CodeUnitCount
    guard index + count <= text.count else { return nil }
    for offset in 0..<count where text[index + offset] != word.utf8Start[offset] { return nil }
    return index + count
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  static func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || HTMLTag.isLetter(byte) || byte == UInt8(ascii: "_") || byte >= 0x80
  }
}
