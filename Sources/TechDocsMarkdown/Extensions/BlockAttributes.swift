import TechDocsModel

/// `attrs: {id: x, class: 'y z'}` among the options of a block between slashes.
///
/// Source: `pymdownx.blocks`.
enum BlockAttributes {
  /// The attributes that a header line and its options ask for; an empty list for none.
  static func read(_ text: UnsafeBufferPointer<UInt8>) -> AttributeList {
    var list = AttributeList()
    guard text.first == UInt8(ascii: "/") else { return list }
    for line in text.split(separator: UInt8(ascii: "\n")).dropFirst().prefix(20) {
      let option = String(decoding: line, as: UTF8.self).drop { $0 == " " }
      guard option.hasPrefix("attrs:") else { continue }
      let map = option.dropFirst("attrs:".count).filter { $0 != "{" && $0 != "}" }
      for pair in pairs(map) {
        guard let colon = pair.firstIndex(of: ":") else { continue }
        list.set(plain(pair[..<colon]), plain(pair[pair.index(after: colon)...]))
      }
    }
    return list
  }

  /// Splits at commas outside quotes.
  private static func pairs(_ text: String) -> [Substring] {
    var quote: Character?
    return text.split { character in
      if character == quote {
        quote = nil
      } else if quote == nil, character == "\"" || character == "'" {
        quote = character
      }
      return quote == nil && character == ","
    }
  }

  private static func plain(_ text: Substring) -> String {
    String(text.drop { " \"'".contains($0) }.reversed().drop { " \"'".contains($0) }.reversed())
  }
}
