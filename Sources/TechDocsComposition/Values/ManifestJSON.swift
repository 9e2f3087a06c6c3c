import TechDocsModel

/// Writes values as JSON, keys in their order, two spaces a level.
package enum ManifestJSON {
  package static func text(of node: FieldNode) -> String {
    var text = ""
    write(node, indent: 0, into: &text)
    return text
  }

  private static func write(_ node: FieldNode, indent: Int, into text: inout String) {
    let space = String(repeating: " ", count: indent + 2)
    switch node.value {
    case .null: text += "null"
    case .bool(let bool): text += bool ? "true" : "false"
    case .int(let int): text += String(int)
    case .double(let double): text += double.isFinite ? GoText.jsonNumber(double) : "null"
    case .string(let string): text += JSONText.quoted(string)
    case .list(let items):
      text += "["
      for (index, item) in items.enumerated() {
        text += (index > 0 ? "," : "") + "\n" + space
        write(item, indent: indent + 2, into: &text)
      }
      text += items.isEmpty ? "]" : "\n" + space.dropLast(2) + "]"
    case .map(let fields):
      text += "{"
      for (index, entry) in fields.entries.enumerated() {
        text += (index > 0 ? "," : "") + "\n" + space + JSONText.quoted(entry.key) + ": "
        write(entry.node, indent: indent + 2, into: &text)
      }
      text += fields.isEmpty ? "}" : "\n" + space.dropLast(2) + "}"
    }
  }
}
