import TechDocsHighlight
import TechDocsModel

/// The info string of a fence: ``` ```yaml title="x" linenums="1" hl_lines="2-3" ``` or ``` ``` {.yaml #id .copy} ```.
///
/// Source: `pymdownx.superfences` and `pymdownx.highlight`.
struct FenceOptions {
  /// Empty when none is named.
  var language: ArraySlice<UInt8> = []
  var title: String?
  /// `linenums`: the first number (0: none), how many lines share one, and each how many lines one stands out.
  var numbers: [Int] = []
  var highlighted: Set<Int> = []
  var id: String?
  var classes: [String] = []

  init() {}

  init(_ info: UnsafeBufferPointer<UInt8>) {
    var text = Array(info)[...]
    if readDirective(text) { return }
    if let open = text.firstIndex(of: UInt8(ascii: "{")), text.last == UInt8(ascii: "}") {
      readLanguage(text[..<open])
      text = text[(open + 1)..<(text.endIndex - 1)]
      guard let list = AttributeList(text) else { return }
      take(list)
    } else {
      readLanguage(text)
      let rest = language.isEmpty ? text : text.drop { $0 != UInt8(ascii: " ") }
      if let list = AttributeList(rest) { take(list) }
    }
  }

  /// Reads `{note} Title`, which other tools make a call-out of: here it is code with these words above it, so that none is lost.
  ///
  /// Source: MyST, whose `{code-block} python` and `{code} python` are code of a language, and R Markdown, whose `{python}` is.
  private mutating func readDirective(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.first == UInt8(ascii: "{"), let close = text.firstIndex(of: UInt8(ascii: "}")),
      text[(text.startIndex + 1)..<close].allSatisfy({ HTMLTag.isLetter($0) || "-_:".utf8.contains($0) }),
      close > text.startIndex + 1, text[text.startIndex + 1] != UInt8(ascii: ":")
    else { return false }
    let name = text[(text.startIndex + 1)..<close], rest = text[(close + 1)...].drop { $0 == UInt8(ascii: " ") }
    if name.elementsEqual("code-block".utf8) || name.elementsEqual("code".utf8) {
      language = rest.prefix { $0 != UInt8(ascii: " ") }
    } else if Highlighter().language(named: String(decoding: name, as: UTF8.self)) != nil {
      language = name
    } else {
      language = text[...close]
      title = String(decoding: text, as: UTF8.self)
    }
    return true
  }

  /// Adds what stands in braces on the line below the fence.
  mutating func add(_ list: AttributeList) {
    id = list.id ?? id
    classes += list.classes
  }

  private mutating func readLanguage(_ text: ArraySlice<UInt8>) {
    let word = text.drop { $0 == UInt8(ascii: " ") }.prefix { $0 != UInt8(ascii: " ") }
    if !word.contains(UInt8(ascii: "=")) { language = word.first == UInt8(ascii: ".") ? word.dropFirst() : word }
  }

  private mutating func take(_ list: AttributeList) {
    id = list.id
    classes = list.classes
    if language.isEmpty, let first = classes.first {
      language = Array(first.utf8)[...]
      classes.removeFirst()
    }
    for (key, value) in list.others {
      switch key {
      case "title": title = value
      case "linenums": numbers = Self.numbers(value)
      case "hl_lines": highlighted = Self.lines(value)
      default: break
      }
    }
  }

  /// `1`, `1 2`, `1 2 10`, and `true` for the first.
  private static func numbers(_ text: String) -> [Int] {
    if text.lowercased() == "true" { return [1] }
    let parts = text.split { $0 == " " || $0 == "," }.prefix(3)
    return parts.map { Int($0.prefix(9)) }.prefix { $0 != nil }.compactMap { $0 }.map { max($0, 0) }
  }

  /// `1 3-5`, at most as many lines as a code block may have.
  private static func lines(_ text: String) -> Set<Int> {
    text.split { $0 == " " || $0 == "," }.prefix(1_000).reduce(into: []) { lines, part in
      let ends = part.split(separator: "-").compactMap { Int($0) }
      guard let first = ends.first, let last = ends.last, first > 0, first <= last, last - first < 10_000 else {
        return
      }
      lines.formUnion(first...last)
    }
  }
}
