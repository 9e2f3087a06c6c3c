import TechDocsModel

/// A YAML value as JSON with two spaces a level, for readers.
enum PrettyJSON {
  /// The most characters of one example.
  private static let limit = 20_000

  /// Depth is capped where YAML is read. A text that is JSON already stays as it is.
  static func text(of node: YAMLNode) -> String {
    if let text = node.coreString, text.contains("\n") { return text }
    var text = ""
    put(node, pad: "", into: &text)
    return text
  }

  private static func put(_ node: YAMLNode, pad: String, into text: inout String) {
    guard text.utf8.count < limit else { return text += "…" }
    let inner = pad + "  "
    switch node.value {
    case .scalar:
      var json = HTMLBuffer(capacity: 64)
      EntityJSON.put(node, into: &json)
      text += String(decoding: json.bytes, as: UTF8.self)
    case .sequence(let items):
      guard !items.isEmpty else { return text += "[]" }
      text += "["
      for (index, item) in items.enumerated() {
        text += (index == 0 ? "\n" : ",\n") + inner
        put(item, pad: inner, into: &text)
      }
      text += "\n\(pad)]"
    case .mapping(let entries):
      guard !entries.isEmpty else { return text += "{}" }
      text += "{"
      for (index, entry) in entries.enumerated() {
        text += (index == 0 ? "\n" : ",\n") + inner + JSONText.quoted(entry.key.string ?? "") + ": "
        put(entry.value, pad: inner, into: &text)
      }
      text += "\n\(pad)}"
    }
  }
}
