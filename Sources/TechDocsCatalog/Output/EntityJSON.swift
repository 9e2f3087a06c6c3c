package import TechDocsModel

/// Entities as JSON in Backstage's shape, keys in the order of the file: the same bytes for the same file.
package enum EntityJSON {
  /// `apiVersion`, `kind`, `metadata`, `spec`, and `relations` as `{type, targetRef}`; `rest` is put before the end.
  package static func put(_ entity: Entity, _ catalog: Catalog, rest: String = "", into json: inout HTMLBuffer) {
    json.put("{\"apiVersion\":")
    json.putJSON(entity.apiVersion)
    json.put(",\"kind\":")
    json.putJSON(entity.kind)
    json.put(",\"metadata\":")
    putMetadata(entity, into: &json)
    if let spec = entity.spec {
      json.put(",\"spec\":")
      put(spec, into: &json)
    }
    json.put(",\"relations\":[")
    for (index, relation) in catalog.relations(of: entity.ref).enumerated() {
      json.put(index == 0 ? "{\"type\":" : ",{\"type\":")
      json.putJSON(relation.kind.rawValue)
      json.put(",\"targetRef\":")
      json.putJSON(relation.to.description)
      json.put("}")
    }
    json.put("]")
    json.put(rest)
    json.put("}")
  }

  private static func putMetadata(_ entity: Entity, into json: inout HTMLBuffer) {
    json.put("{")
    if entity.document["metadata"]?["namespace"] == nil { json.put("\"namespace\":\"default\",") }
    putEntries(entity.document["metadata"]?.mapping ?? [], into: &json)
    json.put("}")
  }

  /// A YAML value as JSON, typed by YAML 1.2's core schema. Depth is capped where YAML is read.
  package static func put(_ node: YAMLNode, into json: inout HTMLBuffer) {
    switch node.value {
    case .mapping(let entries):
      json.put("{")
      putEntries(entries, into: &json)
      json.put("}")
    case .sequence(let items):
      json.put("[")
      for (index, item) in items.enumerated() {
        if index > 0 { json.put(",") }
        put(item, into: &json)
      }
      json.put("]")
    case .scalar(let text, _): putScalar(text, node.coreType, into: &json)
    }
  }

  private static func putEntries(_ entries: [YAMLNode.Entry], into json: inout HTMLBuffer) {
    var isFirst = true
    for entry in entries {
      guard case .scalar(let key, _) = entry.key.value else { continue }
      if !isFirst { json.put(",") }
      isFirst = false
      json.putJSON(key)
      json.put(":")
      put(entry.value, into: &json)
    }
  }

  private static func putScalar(_ text: String, _ type: CoreType, into json: inout HTMLBuffer) {
    switch type {
    case .null: json.put("null")
    case .boolean: json.put(text.lowercased())
    case .number where isJSONNumber(text): json.put(text)
    default: json.putJSON(text)
    }
  }

  /// Whether a number of YAML is one of JSON too; others (`0x1f`, `.5`, `1.`, `.inf`) are written as strings.
  private static func isJSONNumber(_ text: String) -> Bool {
    var digits = Array(text.utf8)[...]
    if digits.first == UInt8(ascii: "-") { digits.removeFirst() }
    let whole = digits.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard !whole.isEmpty, whole.count == 1 || whole.first != UInt8(ascii: "0"), text.utf8.last != UInt8(ascii: ".")
    else { return false }
    return !text.hasPrefix("0x") && !text.hasPrefix("0o") && !text.contains(".e") && !text.contains(".E")
  }
}
