import CCMarkGFM
import TechDocsModel

/// Writes the text of a page: escaped, with symbols, emoji, keys and abbreviations in their places.
///
/// Works on the parsed text, so nothing in code or addresses is touched. One look at each byte; what may begin
/// something else than text is asked once.
struct TextWriter: Sendable {
  let emoji = WordTable.emoji
  let keys: KeyNames?
  /// By abbreviation, as bytes, longest first; empty on most pages.
  var abbreviations: [(word: [UInt8], title: [UInt8])] = []

  let magicLinks: MagicLinks?
  /// Folders of icons, the repository's own first.
  let iconSets: [IconSet]
  /// The icons of the page so far.
  var icons = IconUse()
  let smarty: Smarty?
  let critic: CriticMode
  private let symbolsOff: Set<String>
  /// How many edits around markup are open.
  var openEdits = 0
  /// Whether the lines before and after the text belong to the same run.
  var isInLines = (before: false, after: false)
  /// Whether a name that is no entity stays one, as in `&example;`. Source: Python-Markdown; CommonMark shows the ampersand.
  var keepsEntities = false
  /// How many links are open: nothing in them becomes another.
  var linkDepth = 0
  /// Whether the text is an address that is shown as it is.
  var isAtomic = false
  private var replacedEnd = -1
  /// The places of the emoji and icons that were written since the title began: anchors have no trace of them.
  var signs: [Range<Int>] = []
  /// The parsed line of the text that is being written.
  var line = 0
  /// Whether a byte may begin something else than text.
  private let isSpecial: [Bool]

  init(_ options: ExtensionOptions, magicLinks: MagicLinks?, iconSets: [IconSet]) {
    self.iconSets = iconSets
    self.magicLinks = magicLinks
    keys = options.names("pymdownx.keys") ? KeyNames(options) : nil
    smarty = Smarty(options)
    symbolsOff = SmartSymbols.switchedOff(options)
    critic = options.string("pymdownx.critic", "mode").flatMap(CriticMode.init) ?? .view
    let shorthand = magicLinks?.hasShorthand ?? false ? "#!?@abcdef" : ""
    let special = Set("&\u{5}:+({-<=c0123456789\(shorthand)\(smarty == nil ? "" : Smarty.specials)".utf8)
    isSpecial = (0...255).map { special.contains($0) }
  }

  /// Writes a text; `node` is where it stands in the tree.
  mutating func put(_ text: UnsafeBufferPointer<UInt8>, of node: CNode, into html: inout HTMLBuffer) {
    if isAtomic { return html.putEscaped(text) }
    var from = 0, index = 0
    replacedEnd = -1
    while index < text.count {
      guard isSpecial[Int(text[index])] || !abbreviations.isEmpty, mayBePiece(text, at: index),
        let end = piece(text, of: node, at: index, from: from, into: &html)
      else {
        index += 1
        continue
      }
      index = end
      from = end
    }
    html.putEscaped(UnsafeBufferPointer(rebasing: text[from...]))
  }

  /// False for letters that could begin a commit alone, and do not.
  @inline(__always)
  private func mayBePiece(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(text[index]), text[index] != UInt8(ascii: "c") else {
      return true
    }
    return !abbreviations.isEmpty || MagicLinks.mayBegin(text, at: index)
  }

  /// Writes what begins here, after the plain text before it; nil when it is text too.
  private mutating func piece(
    _ text: UnsafeBufferPointer<UInt8>, of node: CNode, at index: Int, from: Int, into html: inout HTMLBuffer
  ) -> Int? {
    let before = UnsafeBufferPointer(rebasing: text[from..<index])
    switch text[index] {
    case UInt8(ascii: ":"):
      guard let (name, end) = Self.shortcode(text, at: index) else { return nil }
      return shortcode(name, text, end, after: before, into: &html)
    case MathMark.backslash:
      // An escaped colon begins no emoji; other stand-ins are the finisher's affair.
      guard index + 1 < text.count, text[index + 1] == UInt8(ascii: ":") else { return nil }
      html.putEscaped(before)
      html.put(UInt8(ascii: ":"))
      return index + 2
    case UInt8(ascii: "&"):
      guard keepsEntities, let end = Self.entity(text, at: index) else { return nil }
      html.putEscaped(before)
      html.put(UnsafeBufferPointer(rebasing: text[index..<end]))
      return end
    case UInt8(ascii: "{"): return edit(text, of: node, at: index, after: before, into: &html)
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      if let end = endEdit(text, at: index, after: before, into: &html) { return end }
      guard text[index] == UInt8(ascii: "+") else { break }
      guard let keys, let end = keys.end(of: text, at: index) else { break }
      html.putEscaped(before)
      keys.put(UnsafeBufferPointer(rebasing: text[(index + 2)..<(end - 2)]), into: &html)
      return end
    default: break
    }
    if let end = shorthand(text, at: index, from: from, into: &html) { return end }
    if let symbol = SmartSymbols.symbol(text, at: index),
      symbolsOff.isEmpty || !symbolsOff.contains(SmartSymbols.kind(of: symbol.html))
    {
      html.putEscaped(before)
      html.put(symbol.html)
      return symbol.end
    }
    if let smarty, let end = replaced(by: smarty, text, at: index, after: before, into: &html) { return end }
    return abbreviation(text, at: index, before: before, into: &html)
  }

  private mutating func replaced(
    by smarty: Smarty, _ text: UnsafeBufferPointer<UInt8>, at index: Int, after before: UnsafeBufferPointer<UInt8>,
    into html: inout HTMLBuffer
  ) -> Int? {
    let run = SmartyText(
      bytes: text, followsLine: isInLines.before, precedesLine: isInLines.after, replacedEnd: replacedEnd)
    guard let (replacement, end) = smarty.replacement(run, at: index) else { return nil }
    html.putEscaped(before)
    html.putEscaped(replacement)
    replacedEnd = end
    return end
  }

  private func shorthand(
    _ text: UnsafeBufferPointer<UInt8>, at index: Int, from: Int, into html: inout HTMLBuffer
  ) -> Int? {
    guard linkDepth == 0, MagicLinks.mayBegin(text, at: index), let magicLinks, magicLinks.hasShorthand,
      let found = magicLinks.shorthand(text, at: index, from: from)
    else {
      return nil
    }
    html.putEscaped(UnsafeBufferPointer(rebasing: text[from..<found.range.lowerBound]))
    magicLinks.put(found, into: &html)
    return found.range.upperBound
  }

  private func abbreviation(
    _ text: UnsafeBufferPointer<UInt8>, at index: Int, before: UnsafeBufferPointer<UInt8>, into html: inout HTMLBuffer
  ) -> Int? {
    guard !abbreviations.isEmpty, index == 0 || !SmartSymbols.isWord(text[index - 1]) else { return nil }
    for (word, title) in abbreviations where word.first == text[index] {
      let end = index + word.count
      guard end <= text.count, text[index..<end].elementsEqual(word),
        end == text.count || !SmartSymbols.isWord(text[end])
      else { continue }
      html.putEscaped(before)
      html.put("<abbr title=\"")
      html.putEscaped(title)
      html.put("\">")
      html.putEscaped(word)
      html.put("</abbr>")
      return end
    }
    return nil
  }

  /// The end of `&name;` at its ampersand, or at what stands for it.
  static func entity(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    let name = text[(start + 1)...].prefix(40).prefix {
      HTMLTag.isLetter($0) || SmartSymbols.isDigit($0) || $0 == UInt8(ascii: "#")
    }
    guard !name.isEmpty, name.endIndex < text.count, text[name.endIndex] == UInt8(ascii: ";") else { return nil }
    return name.endIndex + 1
  }

  /// `:name:` at a colon.
  private static func shortcode(
    _ text: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (name: UnsafeBufferPointer<UInt8>, end: Int)? {
    var index = start + 1
    while index < text.count, index - start < 64 {
      switch text[index] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"),
        UInt8(ascii: "-"), UInt8(ascii: "+"):
        index += 1
      case UInt8(ascii: ":") where index > start + 1:
        return (UnsafeBufferPointer(rebasing: text[(start + 1)..<index]), index + 1)
      default: return nil
      }
    }
    return nil
  }
}
