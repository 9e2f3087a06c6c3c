import TechDocsModel

/// `++ctrl+alt+del++`: keys as readers see them on a keyboard.
///
/// Source: `pymdownx.keys`. On only where `mkdocs.yml` names it, because `i++` is text elsewhere.
struct KeyNames: Sendable {
  private let names = WordTable(keyTable)
  private let aliases = WordTable(keyAliasTable)
  private let separator: String
  private let classes: String
  /// Whether keys stand inside one `kbd`, as HTML describes it.
  private let isStrict: Bool
  /// Whether `PageUp` is `page-up`.
  private let isCamelCase: Bool
  /// Names of the site's own.
  private let own: [[UInt8]: String]

  init(_ options: ExtensionOptions) {
    separator = options.string("pymdownx.keys", "separator") ?? "+"
    classes = options.string("pymdownx.keys", "class") ?? "keys"
    isStrict = options.bool("pymdownx.keys", "strict", or: false)
    isCamelCase = options.bool("pymdownx.keys", "camel_case", or: false)
    own = Dictionary(
      (options["pymdownx.keys", "key_map"]?.mapping ?? []).compactMap { entry in
        entry.key.string.flatMap { name in entry.value.string.map { (Array(name.utf8), $0) } }
      }, uniquingKeysWith: { $1 })
  }

  /// The offset after the closing `++`; nil when there is no sequence of keys here, or one of them has no name.
  func end(of text: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    guard let end = closing(of: text, at: start) else { return nil }
    let keys = text[(start + 2)..<(end - 2)].split(separator: UInt8(ascii: "+")).map(Array.init)
    return keys.allSatisfy { Self.isQuoted($0) || label(of: name(of: $0)) != nil } ? end : nil
  }

  private func closing(of text: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    guard start + 4 < text.count, text[start + 1] == UInt8(ascii: "+"), text[start + 2] != UInt8(ascii: "+") else {
      return nil
    }
    var index = start + 2, quote: UInt8?
    while index + 1 < text.count, index - start < 200 {
      switch text[index] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if quote == nil { quote = text[index] } else if quote == text[index] { quote = nil }
      case UInt8(ascii: "+") where quote == nil && text[index + 1] == UInt8(ascii: "+"): return index + 2
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "+"):
        break
      default: if quote == nil { return nil }
      }
      index += 1
    }
    return nil
  }

  func put(_ sequence: UnsafeBufferPointer<UInt8>, into html: inout HTMLBuffer) {
    html.put(isStrict ? "<kbd" : "<span")
    if !classes.isEmpty {
      html.put(" class=\"")
      html.putEscaped(classes)
      html.put("\"")
    }
    html.put(">")
    for (index, key) in sequence.split(separator: UInt8(ascii: "+")).enumerated() {
      if index > 0, !separator.isEmpty {
        html.put("<span>")
        html.putEscaped(separator)
        html.put("</span>")
      }
      put(key: Array(key), into: &html)
    }
    html.put(isStrict ? "</kbd>" : "</span>")
  }

  private func put(key: [UInt8], into html: inout HTMLBuffer) {
    if Self.isQuoted(key) {
      html.put("<kbd>")
      html.putEscaped(key[1..<(key.count - 1)])
    } else {
      let known = name(of: key)
      html.put("<kbd class=\"key-")
      html.putEscaped(known)
      html.put("\">")
      html.putEscaped(label(of: known) ?? key)
    }
    html.put("</kbd>")
  }

  /// Text that is shown as it is.
  private static func isQuoted(_ key: [UInt8]) -> Bool {
    key.count > 2 && key.first == key.last && (key[0] == UInt8(ascii: "\"") || key[0] == UInt8(ascii: "'"))
  }

  /// What is written on a key; nil for one that nobody knows.
  private func label(of name: [UInt8]) -> [UInt8]? {
    own[name].map { Array($0.utf8) } ?? name.withUnsafeBufferPointer { names.value(of: $0).map(Array.init) }
  }

  /// The usual name of a key, in small letters with dashes.
  private func name(of key: [UInt8]) -> [UInt8] {
    var name: [UInt8] = []
    for (index, byte) in key.enumerated() {
      let isCapital = (0x41...0x5a).contains(byte)
      if isCapital, isCamelCase, index > 0, (0x61...0x7a).contains(key[index - 1]) { name.append(UInt8(ascii: "-")) }
      name.append(byte == UInt8(ascii: "_") ? UInt8(ascii: "-") : isCapital ? byte | 0x20 : byte)
    }
    return name.withUnsafeBufferPointer { aliases.value(of: $0).map(Array.init) } ?? name
  }
}
