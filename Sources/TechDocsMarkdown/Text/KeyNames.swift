import TechDocsModel

/// `++ctrl+alt+del++`: keys as readers see them on a keyboard.
///
/// Source: `pymdownx.keys`. On only where `mkdocs.yml` names it, because `i++` is text elsewhere.
struct KeyNames: Sendable {
  private let names = WordTable(keyTable)
  private let aliases = WordTable(keyAliasTable)

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
    html.put("<span class=\"keys\">")
    for (index, key) in sequence.split(separator: UInt8(ascii: "+")).enumerated() {
      if index > 0 { html.put("<span>+</span>") }
      put(key: Array(key), into: &html)
    }
    html.put("</span>")
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
      html.putEscaped(known.withUnsafeBufferPointer { names.value(of: $0).map(Array.init) } ?? key)
    }
    html.put("</kbd>")
  }
}
