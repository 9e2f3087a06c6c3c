import TechDocsComposition
import TechDocsModel

/// The leaves of an object as JSON, one a line: path, value, origin.
///
/// The path is kept as bytes that grow and shrink, because a thousand services have a million leaves.
struct FieldsJSON {
  private let indent: StaticString
  private var path: [UInt8] = []
  private var isFirst = true

  init(indent: StaticString) { self.indent = indent }

  /// As deep as the value, which is bounded.
  mutating func put(_ node: FieldNode, into json: inout HTMLBuffer) {
    let mark = path.count
    switch node.value {
    case .map(let fields) where !fields.isEmpty:
      for entry in fields.entries {
        path.appendFieldName(entry.key)
        put(entry.node, into: &json)
        path.removeSubrange(mark...)
      }
    case .list(let items) where !items.isEmpty:
      for (index, item) in items.enumerated() {
        path.appendIndex(index)
        put(item, into: &json)
        path.removeSubrange(mark...)
      }
    default: putLeaf(node, &json)
    }
  }

  private mutating func putLeaf(_ node: FieldNode, _ json: inout HTMLBuffer) {
    if !isFirst { json.put(",") }
    isFirst = false
    json.put(indent)
    json.put("{\"path\": ")
    json.putJSON(String(decoding: path, as: UTF8.self))
    json.put(", \"value\": ")
    putValue(node, &json)
    switch node.origin.kind {
    case .base: json.put(", \"origin\": \"base\"")
    case .input: json.put(", \"origin\": \"input\"")
    case .schemaDefault: json.put(", \"origin\": \"default\"")
    case .environment: json.put(", \"origin\": \"environment\"")
    case .crossplane: json.put(", \"origin\": \"crossplane\"")
    case .none: json.put(", \"origin\": \"none\"")
    case .patch: json.put(", \"origin\": \"patch\"")
    }
    if let site = node.origin.site {
      json.put(", \"patch\": ")
      json.put(site)
    } else if let place = node.origin.place {
      json.put(", \"line\": ")
      json.put(place.line)
    }
    json.put("}")
  }

  private func putValue(_ node: FieldNode, _ json: inout HTMLBuffer) {
    switch node.value {
    case .null: json.put("null")
    case .bool(let bool): json.put(bool ? "true" : "false")
    case .int(let int): json.put(Int(int))
    case .string(let text): json.putJSON(text)
    case .double, .list, .map: json.put(ManifestJSON.text(of: node))
    }
  }
}

extension [UInt8] {
  /// `.name`, or `[name]` where a name has dots.
  mutating func appendFieldName(_ name: String) {
    let isDotted = name.utf8.contains(UInt8(ascii: "."))
    if isDotted {
      append(UInt8(ascii: "["))
    } else if !isEmpty {
      append(UInt8(ascii: "."))
    }
    append(contentsOf: name.utf8)
    if isDotted { append(UInt8(ascii: "]")) }
  }

  mutating func appendIndex(_ index: Int) {
    append(UInt8(ascii: "["))
    append(contentsOf: String(index).utf8)
    append(UInt8(ascii: "]"))
  }
}
