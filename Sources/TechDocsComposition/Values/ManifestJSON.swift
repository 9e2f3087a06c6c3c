package import TechDocsModel

/// Writes values as JSON, keys in their order, two spaces a level.
package enum ManifestJSON {
  package static func text(of node: FieldNode) -> String {
    var json = HTMLBuffer(capacity: 1 << 12)
    write(node, into: &json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// Writes into a buffer; a value that is no scalar begins on the line that is there.
  package static func write(_ node: FieldNode, into json: inout HTMLBuffer) { write(node, indent: 0, into: &json) }

  private static func write(_ node: FieldNode, indent: Int, into json: inout HTMLBuffer) {
    switch node.value {
    case .null: json.put("null")
    case .bool(let bool): json.put(bool ? "true" : "false")
    case .int(let int): json.put(Int(int))
    case .double(let double): json.put(double.isFinite ? GoText.jsonNumber(double) : "null")
    case .string(let string): json.putJSON(string)
    case .list(let items):
      json.put("[")
      for (index, item) in items.enumerated() {
        startLine(index, indent, &json)
        write(item, indent: indent + 2, into: &json)
      }
      end("]", isEmpty: items.isEmpty, indent, &json)
    case .map(let fields):
      json.put("{")
      for (index, entry) in fields.entries.enumerated() {
        startLine(index, indent, &json)
        json.putJSON(entry.key)
        json.put(": ")
        write(entry.node, indent: indent + 2, into: &json)
      }
      end("}", isEmpty: fields.isEmpty, indent, &json)
    }
  }

  private static func startLine(_ index: Int, _ indent: Int, _ json: inout HTMLBuffer) {
    json.put(index > 0 ? ",\n" : "\n")
    for _ in 0..<indent + 2 { json.put(UInt8(ascii: " ")) }
  }

  private static func end(_ mark: StaticString, isEmpty: Bool, _ indent: Int, _ json: inout HTMLBuffer) {
    if !isEmpty {
      json.put("\n")
      for _ in 0..<indent { json.put(UInt8(ascii: " ")) }
    }
    json.put(mark)
  }
}
