/// `{#id .class key=value}` behind an element or at the end of a block's text, read.
///
/// Source: Python-Markdown `attr_list`.
struct AttributeList {
  private static let booleans: Set<String> = [
    "hidden", "download", "reversed", "controls", "loop", "muted", "markdown", "open",
  ]

  private(set) var id: String?
  private(set) var classes: [String] = []
  private(set) var others: [(key: String, value: String)] = []

  init() {}

  /// Reads the text between the braces; nil when it is something else.
  ///
  /// A word alone is an attribute named like its value, as in `{ hidden }`. Python-Markdown takes every word so; here
  /// `{id}` at the end of `GET /users/{id}` stays text, unless a colon or another attribute says that a list is meant.
  init?(_ text: ArraySlice<UInt8>) {
    let isMarked = text.first == UInt8(ascii: ":")
    var words: [String] = []
    for word in Self.words(isMarked ? text.dropFirst() : text) {
      guard let equals = word.firstIndex(of: UInt8(ascii: "=")), equals > word.startIndex else {
        guard let plain = take(word) else { continue }
        words.append(plain)
        continue
      }
      let value = Self.unquoted(word[(equals + 1)...])
      set(String(decoding: word[..<equals], as: UTF8.self), String(decoding: value, as: UTF8.self))
    }
    guard isMarked || !isEmpty || words.allSatisfy({ Self.booleans.contains($0) || $0.contains("-") }) else {
      return nil
    }
    for word in words {
      guard word.utf8.allSatisfy(Self.isName) else { return nil }
      set(word, word)
    }
    if isEmpty { return nil }
  }

  var isEmpty: Bool { id == nil && classes.isEmpty && others.isEmpty }

  /// For an element whose id is written by itself.
  mutating func dropID() { id = nil }

  /// Takes an attribute out; nil when there is none.
  mutating func take(_ key: String) -> String? {
    guard let index = others.firstIndex(where: { $0.key == key }) else { return nil }
    return others.remove(at: index).value
  }

  mutating func add(class name: String) { classes.append(name) }

  mutating func set(_ key: String, _ value: String) {
    switch key {
    case "id": id = value
    case "class": classes = value.split(separator: " ").map(String.init)
    default:
      let name = String(decoding: key.utf8.map { Self.isName($0) ? $0 : UInt8(ascii: "_") }, as: UTF8.self)
      others.removeAll { $0.key == name }
      others.append((name, value))
    }
  }

  /// Takes `#id` or `.class`; any other word is given back.
  private mutating func take(_ word: ArraySlice<UInt8>) -> String? {
    switch word.first {
    case UInt8(ascii: "#") where word.count > 1: id = String(decoding: word.dropFirst(), as: UTF8.self)
    case UInt8(ascii: ".") where word.count > 1: classes.append(String(decoding: word.dropFirst(), as: UTF8.self))
    default: return String(decoding: word, as: UTF8.self)
    }
    return nil
  }

  private static func isName(_ byte: UInt8) -> Bool {
    HTMLTag.isLetter(byte) || (0x30...0x39).contains(byte) || "-_.:".utf8.contains(byte) || byte >= 0x80
  }

  private static func unquoted(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return value }
    let text = value.drop { $0 == quote }
    return text.lastIndex { $0 != quote }.map { text[text.startIndex...$0] } ?? []
  }

  /// Splits at spaces outside quotes.
  private static func words(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var words: [ArraySlice<UInt8>] = [], start = text.startIndex, quote: UInt8?
    for index in text.indices {
      let byte = text[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        if index > start, text[index - 1] == UInt8(ascii: "=") { quote = byte }
      } else if byte == 0x20 || byte == 0x09 {
        if index > start { words.append(text[start..<index]) }
        start = index + 1
      }
    }
    if start < text.endIndex { words.append(text[start...]) }
    return words
  }
}
