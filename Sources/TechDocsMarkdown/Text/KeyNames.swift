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
  /// Names of the site's own.
  private let own: [[UInt8]: String]

  init(_ options: ExtensionOptions) {
    separator = options.string("pymdownx.keys", "separator") ?? "+"
    classes = options.string("pymdownx.keys", "class") ?? "keys"
    isStrict = options.bool("pymdownx.keys", "strict", or: false)
    own = Dictionary(
      (options["pymdownx.keys", "key_map"]?.mapping ?? []).compactMap { entry in
        entry.key.string.flatMap { name in entry.value.string.map { (Array(name.utf8), $0) } }
      }, uniquingKeysWith: { $1 })
  }

  /// The offset after the closing `++`; nil when there is no sequence of keys here.
  func end(of text: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    guard start + 4 < text.count, text[start + 1] == UInt8(ascii: "+"), text[start + 2] != UInt8(ascii: "+") else {
      return nil
    }
    var index = start + 2, isQuoted = false
    while index + 1 < text.count, index - start < 200 {
      switch text[index] {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "+") where !isQuoted && text[index + 1] == UInt8(ascii: "+"): return index + 2
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "+"):
        break
      default: if !isQuoted { return nil }
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
    if key.first == UInt8(ascii: "\""), key.count > 2 {
      html.put("<kbd>")
      html.putEscaped(key[1..<(key.count - 1)])
    } else {
      let name = key.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 | ((0x41...0x5a).contains($0) ? 0x20 : 0) }
      let known = name.withUnsafeBufferPointer { aliases.value(of: $0).map(Array.init) } ?? name
      html.put("<kbd class=\"key-")
      html.putEscaped(known)
      html.put("\">")
      if let name = own[known] {
        html.putEscaped(name)
      } else {
        html.putEscaped(known.withUnsafeBufferPointer { names.value(of: $0).map(Array.init) } ?? key)
      }
    }
    html.put("</kbd>")
  }
}
