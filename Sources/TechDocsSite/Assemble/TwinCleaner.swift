/// Takes out of published Markdown what could run where a careless host serves it as HTML.
///
/// Every `<` is looked at by itself and either escaped, or it begins a tag that is whole and harmless, so nothing depends
/// on where a browser's tokenizer stands. Linear: a look ends at the next `<` or `>`.
struct TwinCleaner {
  /// Whether raw HTML stays as it is; control characters go all the same.
  let isTrusted: Bool

  func cleaned(_ source: [UInt8]) -> [UInt8] {
    // First, because what a control character splits would be whole without it.
    let text = Self.withoutControls(source)
    guard !isTrusted, text.contains(Self.less) else { return text }
    var out: [UInt8] = []
    out.reserveCapacity(text.count + 64)
    var index = 0, code = TwinCode()
    while index < text.count {
      if index == 0 || text[index - 1] == UInt8(ascii: "\n") { code.beginLine(text, at: index) }
      code.take(text[index])
      if text[index] != Self.less || Self.isHarmless(text[(index + 1)...]) {
        out.append(text[index])
        index += 1
      } else if !code.isCode, let tag = TwinTag(text, at: index), Self.isHarmless(tag.plain[1...]) {
        out += tag.plain
        index = tag.end
      } else {
        out += Array("&lt;".utf8)
        index += 1
      }
    }
    return out
  }

  private static let less = UInt8(ascii: "<")
  private static let greater = UInt8(ascii: ">")

  /// Without C0 and C1 characters; tabs and line ends stay.
  private static func withoutControls(_ source: [UInt8]) -> [UInt8] {
    var out: [UInt8] = [], index = 0
    out.reserveCapacity(source.count)
    while index < source.count {
      let byte = source[index]
      if byte == 0xc2, index + 1 < source.count, (0x80...0x9f).contains(source[index + 1]) {
        index += 2
        continue
      }
      if byte >= 0x20 && byte != 0x7f || byte == 0x09 || byte == 0x0a || byte == 0x0d { out.append(byte) }
      index += 1
    }
    return out
  }

  /// Whether a `<` before this text begins no tag, an end tag, a comment, or a tag that runs nothing.
  private static func isHarmless(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, isLetter(first) else { return true }
    let nameEnd = text.firstIndex { !isLetter($0) && !isDigit($0) } ?? text.endIndex
    let name = String(decoding: text[text.startIndex..<nameEnd].prefix(16), as: UTF8.self).lowercased()
    guard !active.contains(name), let rest = attributes(text[nameEnd...]) else { return false }
    // `Array<Int>`, `<name>`, `<https://acme.example>`: without a value there is no handler and no address.
    if !rest.contains(UInt8(ascii: "=")) { return true }
    return plain.contains(name) && areHarmless(rest)
  }

  /// What stands before a tag's `>`; nil where the tag does not end before another `<`, or inside a value.
  private static func attributes(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var quote: UInt8?
    for index in text.indices {
      switch text[index] {
      case less: return nil
      case greater: return quote == nil ? text[..<index] : nil
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        quote = quote == nil ? text[index] : quote == text[index] ? nil : quote
      default: continue
      }
    }
    return nil
  }

  /// Whether there is no handler, no style and no address that a browser would run.
  private static func areHarmless(_ attributes: ArraySlice<UInt8>) -> Bool {
    let text = attributes.map { isLetter($0) ? $0 | 0x20 : $0 }
    if ["script:", "data:", "&", "srcdoc", "style"].contains(where: { text.firstRange(of: Array($0.utf8)) != nil }) {
      return false
    }
    // Tabs and line ends inside a scheme are not seen by a browser.
    if let colon = text.firstIndex(of: UInt8(ascii: ":")), text[..<colon].contains(where: { $0 == 0x09 || $0 == 0x0a })
    {
      return false
    }
    return !text.indices.dropLast(2).contains { index in
      !isLetter(text[index]) && text[index + 1] == UInt8(ascii: "o") && text[index + 2] == UInt8(ascii: "n")
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte | 0x20) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Elements that may have attributes with values, and the schemes of addresses between `<` and `>`.
  private static let plain = names(
    """
    a abbr b blockquote br code dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark \
    ol p pre q s samp small span strong sub summary sup table tbody td tfoot th thead tr u ul var \
    http https mailto
    """)

  /// Elements that run, load, ask for input or change how what follows is read, even without attributes.
  private static let active = names(
    """
    applet base body button embed form frame frameset head html iframe input link listing math meta noembed noframes \
    noscript object option plaintext script select style svg template textarea title xmp
    """)

  private static func names(_ list: String) -> Set<String> { Set(list.split(separator: " ").map(String.init)) }
}
