import TechDocsModel

/// JSON Schemas of one document as tables of fields.
///
/// References inside the document are followed by name only, so circles cost nothing; inline schemas are unfolded to a
/// fixed depth.
struct SchemaReader {
  let root: YAMLNode
  private(set) var diagnostics: [Diagnostic] = []
  /// What each reference named, so that none is looked up twice.
  private var known: [String: YAMLNode?] = [:]
  /// What is left of the work for one document: schemas that repeat each other through `allOf` would never end.
  private var budget = 200_000
  /// The references that `allOf` brought into the table at hand; each does so once.
  private var merged: Set<String> = []

  /// How deep inline objects are unfolded, and how many fields a table has at most.
  private static let depth = 6
  private static let fields = 500

  init(_ root: YAMLNode) { self.root = root }

  /// What a node stands for: itself, or what its `$ref` names; nil where that is not there.
  mutating func resolved(_ node: YAMLNode) -> YAMLNode? {
    var node = node
    // A reference may name another one; more than a few in a row are a circle.
    for _ in 0..<8 {
      guard let target = node["$ref"], let text = target.string else { return node }
      let isNew = known[text] == nil
      let found = known[text] ?? lookUp(text)
      if isNew { known[text] = .some(found) }
      guard let found else {
        if isNew { complain(target, text) }
        return nil
      }
      node = found
    }
    return nil
  }

  /// The last part of a reference: `Charge` of `#/components/schemas/Charge`.
  static func name(_ reference: String) -> String {
    reference.split(separator: "/").last.map { unescaped($0) } ?? reference
  }

  /// `Level` of `Order.Level`.
  static func lastPart(_ name: String) -> String { name.split(separator: ".").last.map(String.init) ?? name }

  /// The node at a JSON pointer of this document. Source: RFC 6901.
  private func lookUp(_ pointer: String) -> YAMLNode? {
    guard pointer.hasPrefix("#/") else { return nil }
    var node = root
    for part in pointer.dropFirst(2).split(separator: "/", omittingEmptySubsequences: false) {
      let key = Self.unescaped(part)
      if let items = node.sequence, let index = Int(key), items.indices.contains(index) {
        node = items[index]
      } else if let next = node[key] {
        node = next
      } else {
        return nil
      }
    }
    return node
  }

  private static func unescaped(_ part: Substring) -> String {
    PercentEncoding.decoded(String(part)).replacing("~1", with: "/").replacing("~0", with: "~")
  }

  private mutating func complain(_ node: YAMLNode, _ text: String) {
    // Other files are not read: a definition is one text.
    let isOutside = !text.hasPrefix("#")
    diagnostics.append(
      Diagnostic(
        isOutside ? .note : .warning, APIDefinition.rule, at: node.range,
        isOutside ? "'\(text)' is another file, which is not read" : "'\(text)' is not in this definition",
        help: isOutside ? "bundle the definition into one file" : nil))
  }

  /// What readers call the type of a schema.
  mutating func typeName(_ schema: YAMLNode, depth: Int = 0) -> APIReference.TypeName {
    if let target = schema["$ref"]?.string {
      _ = resolved(schema)
      return .init(Self.name(target), reference: Self.name(target))
    }
    guard depth < Self.depth else { return .init("…") }
    for (key, word) in [("oneOf", "one of"), ("anyOf", "any of")] {
      guard let choices = schema[key]?.sequence, !choices.isEmpty else { continue }
      let names = choices.prefix(8).map { typeName($0, depth: depth + 1).text }
      return .init("\(word) \(names.joined(separator: ", "))")
    }
    if let parts = schema["allOf"]?.sequence, let only = parts.first(where: { $0["$ref"] != nil }) {
      return typeName(only, depth: depth + 1)
    }
    return plainName(schema, depth)
  }

  private mutating func plainName(_ schema: YAMLNode, _ depth: Int) -> APIReference.TypeName {
    let types = schema["type"].map { $0.sequence?.compactMap(\.string) ?? [$0.string].compactMap(\.self) } ?? []
    if types.contains("array") || schema["items"] != nil {
      let item = schema["items"].map { typeName($0, depth: depth + 1) } ?? .init("anything")
      return .init("array of \(item.text)", reference: item.reference)
    }
    var text = types.isEmpty ? (schema["properties"] == nil ? "anything" : "object") : types.joined(separator: " or ")
    if let format = schema["format"]?.string { text += " (\(format))" }
    if schema["nullable"]?.bool == true { text += " or null" }
    return .init(text)
  }

  /// The fields of a schema; inline objects follow their field, names joined by dots.
  mutating func fields(of schema: YAMLNode) -> [APIReference.Field] {
    var found: [APIReference.Field] = []
    merged = []
    add(schema, prefix: "", depth: 0, to: &found)
    return found
  }

  private mutating func add(_ schema: YAMLNode, prefix: String, depth: Int, to found: inout [APIReference.Field]) {
    guard depth < Self.depth, found.count < Self.fields, budget > 0 else { return }
    budget -= 1 + (schema["properties"]?.mapping?.count ?? 0)
    for part in schema["allOf"]?.sequence ?? [] where budget > 0 {
      if let name = part["$ref"]?.string, !merged.insert(name).inserted { continue }
      if let part = resolved(part) { add(part, prefix: prefix, depth: depth + 1, to: &found) }
    }
    let required = Set(schema["required"]?.sequence?.compactMap(\.string) ?? [])
    for entry in schema["properties"]?.mapping ?? [] {
      guard case .scalar(let key, _) = entry.key.value, found.count < Self.fields else { continue }
      found.append(field(prefix + key, entry.value, isRequired: required.contains(key)))
      if entry.value["$ref"] != nil { continue }
      add(entry.value, prefix: "\(prefix)\(key).", depth: depth + 1, to: &found)
      if let items = entry.value["items"], items["$ref"] == nil {
        add(items, prefix: "\(prefix)\(key)[].", depth: depth + 1, to: &found)
      }
    }
  }

  /// One field with its type and rules.
  mutating func field(_ name: String, _ schema: YAMLNode, isRequired: Bool) -> APIReference.Field {
    var field = APIReference.Field(name: name, type: typeName(schema), isRequired: isRequired)
    field.description = schema["description"]?.string
    field.isDeprecated = schema["deprecated"]?.bool == true
    field.rules = Self.rules(schema)
    return field
  }

  private static let bounds = [
    ("minimum", "at least"), ("maximum", "at most"), ("exclusiveMinimum", "more than"),
    ("exclusiveMaximum", "less than"), ("minLength", "length at least"), ("maxLength", "length at most"),
    ("minItems", "items at least"), ("maxItems", "items at most"), ("multipleOf", "a multiple of"),
    ("pattern", "matches"), ("const", "always"), ("default", "default"),
  ]

  static func rules(_ schema: YAMLNode) -> [String] {
    var rules: [String] = []
    if let values = schema["enum"]?.sequence {
      rules.append("one of " + values.prefix(30).compactMap(\.string).joined(separator: ", "))
    }
    for (key, words) in bounds {
      if let value = schema[key]?.string { rules.append("\(words) \(value)") }
    }
    for key in ["readOnly", "writeOnly"] where schema[key]?.bool == true {
      rules.append(key == "readOnly" ? "read only" : "write only")
    }
    return rules
  }

  /// A named schema as a type of the reference.
  mutating func namedType(_ name: String, _ schema: YAMLNode) -> APIReference.NamedType {
    let kind = schema["enum"] == nil ? typeName(schema).text : "enum"
    var type = APIReference.NamedType(name: name, kind: kind)
    type.description = schema["description"]?.string
    type.isDeprecated = schema["deprecated"]?.bool == true
    type.fields = fields(of: schema)
    if type.fields.isEmpty, let items = schema["items"], items["$ref"] == nil { type.fields = fields(of: items) }
    for value in schema["enum"]?.sequence?.compactMap(\.string) ?? [] { type.fields.append(.init(name: value)) }
    return type
  }
}
