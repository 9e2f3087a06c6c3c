import Foundation

/// Writes the lines of `NormalisedHTML`.
struct NormalisedHTMLWriter {
  private static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "dd", "details", "div", "dl", "dt", "figcaption", "figure", "footer",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary",
    "table", "td", "th", "thead", "tfoot", "tr", "ul", "br",
  ]
  private static let harmless: Set<String> = ["loading", "decoding", "rel", "target", "tabindex", "role", "scope"]
  private static let booleans: Set<String> = ["open", "checked", "disabled", "selected", "hidden", "controls", "muted"]

  private(set) var lines: [String] = []
  /// Whether white space at this place is dropped, because a block begins or white space stands before it.
  private var dropsSpace = true

  mutating func write(_ node: HTMLNode, depth: Int) {
    for child in node.children {
      switch child {
      case .text(let text): write(text, depth)
      case .node(let element): write(element: element, depth)
      }
    }
  }

  private mutating func write(_ text: String, _ depth: Int) {
    var collapsed = ""
    for character in text {
      let isSpace = character == " " || character == "\n" || character == "\t" || character == "\r\n"
      if isSpace, dropsSpace { continue }
      collapsed.append(isSpace ? " " : character)
      dropsSpace = isSpace
    }
    if !collapsed.isEmpty { lines.append(pad(depth) + "\"\(collapsed)\"") }
  }

  private mutating func write(element: HTMLNode, _ depth: Int) {
    if ["script", "style"].contains(element.tag) || element.classes.contains("headerlink") { return }
    if isCode(element) { return writeCode(element, depth) }
    let isBlock = Self.blocks.contains(element.tag)
    if isBlock { boundary() }
    lines.append(pad(depth) + "<\(element.tag)\(attributes(of: element))>")
    write(element, depth: depth + 1)
    if isBlock { boundary() } else if ["img", "input"].contains(element.tag) { dropsSpace = false }
  }

  /// Drops white space that stands before a block's edge.
  private mutating func boundary() {
    if let last = lines.last, last.hasSuffix(" \"") {
      lines[lines.count - 1] = last.dropLast(2) + "\""
      if lines[lines.count - 1].hasSuffix(" \"\"") || lines[lines.count - 1] == "\"\"" { lines.removeLast() }
    }
    dropsSpace = true
  }

  private func attributes(of node: HTMLNode) -> String {
    node.attributes.filter { !Self.harmless.contains($0.key) }.sorted { $0.key < $1.key }.compactMap { key, value in
      switch key {
      case "class":
        let classes = Set(node.classes).sorted().joined(separator: " ")
        return classes.isEmpty ? nil : " class=\"\(classes)\""
      case "style":
        let parts = value.split(separator: ";").map { $0.replacingOccurrences(of: " ", with: "") }
        return " style=\"\(parts.sorted().joined(separator: ";"))\""
      default: return " \(key)=\"\(Self.booleans.contains(key) ? "" : value)\""
      }
    }.joined()
  }

  private func isCode(_ node: HTMLNode) -> Bool {
    node.tag == "pre"
      || ["div", "table"].contains(node.tag) && !Set(["highlight", "highlighttable"]).isDisjoint(with: node.classes)
  }

  private mutating func writeCode(_ node: HTMLNode, _ depth: Int) {
    boundary()
    let classes = node.all.flatMap(\.classes)
    var language = classes.first { $0.hasPrefix("language-") }.map { String($0.dropFirst(9)) } ?? ""
    if language.isEmpty, classes.contains("mermaid") { language = "mermaid" }
    if language == "text" { language = "" }
    let title = node.all.first { $0.tag == "span" && $0.classes.contains("filename") }?.text ?? ""
    let cell = node.all.first { $0.tag == "td" && $0.classes.contains("code") } ?? node
    let body = cell.all.first { $0.tag == "code" } ?? cell.all.first { $0.tag == "pre" } ?? cell
    var text = Substring(body.text)
    while text.last?.isWhitespace == true { text.removeLast() }
    lines.append(pad(depth) + "<pre \(language) '\(title)'>")
    lines += text.split(separator: "\n", omittingEmptySubsequences: false).map { pad(depth + 1) + "\"\($0)\"" }
    dropsSpace = true
  }

  private func pad(_ depth: Int) -> String { String(repeating: "  ", count: depth) }
}
