import TechDocsModel

/// Reads a protobuf file: services with their methods, messages and enums, nested ones too.
///
/// Source: Protocol Buffers language specification, proto2 and proto3.
struct ProtobufReader {
  private var cursor: DefinitionCursor
  private var result = APIReference(format: "Protocol Buffers")
  /// The messages that are open, outermost first, each with its place in `types`.
  private var open: [(name: String, place: Int?)] = []

  init(_ source: SourceText) {
    let style = DefinitionScanner.Style(comment: "//", isGraphQL: false)
    cursor = DefinitionCursor(DefinitionScanner.tokens(source, style), path: source.path)
  }

  mutating func reference() -> Diagnosed<APIReference?> {
    if cursor.current == nil { cursor.complain("The definition is empty") }
    while cursor.current != nil, cursor.diagnostics.isEmpty { readStatement() }
    if cursor.diagnostics.isEmpty, let last = open.last {
      cursor.complain("Message '\(last.name)' has no end", help: "add a '}'")
    }
    guard cursor.diagnostics.isEmpty else { return Diagnosed(nil, cursor.diagnostics) }
    let names = Set(result.types.map(\.name))
    let byLastPart = Dictionary(result.types.map { (SchemaReader.lastPart($0.name), $0.name) }) { first, _ in first }
    for type in result.types.indices {
      result.types[type].fields = result.types[type].fields.map { Self.linked($0, names, byLastPart) }
    }
    return Diagnosed(result, [])
  }

  private mutating func readStatement() {
    guard let token = cursor.next() else { return }
    switch token.text {
    case ";": return
    case "}":
      if open.popLast() == nil { cursor.complain("A '}' closes nothing") }
    case "syntax", "edition":
      _ = cursor.take("=")
      if let version = cursor.next() { result.format = "Protocol Buffers (\(version.text))" }
      skipStatement()
    case "package" where open.isEmpty:
      result.title = cursor.name()
      skipStatement()
    case "import", "option", "reserved", "extensions": skipStatement()
    case "extend":
      _ = cursor.name()
      if cursor.isAt("{") { cursor.skipBrackets("{", "}") }
    case "message", "oneof", "group": readMessage(token)
    case "enum": readEnumeration(token.comment)
    case "service" where open.isEmpty: readService(token.comment)
    default:
      guard !open.isEmpty, token.kind == .name || token.text == "." else {
        return cursor.complain("'\(token.text)' begins no definition", help: "as in `message Token { … }`")
      }
      readField(token)
    }
  }

  private mutating func readMessage(_ keyword: DefinitionToken) {
    guard let name = cursor.name(), cursor.take("{") else {
      return cursor.complain("A '\(keyword.text)' needs a name and a '{'")
    }
    guard open.count < 32 else { return cursor.complain("Messages nest too deep") }
    // The fields of a `oneof` are those of its message.
    if keyword.text == "oneof" { return open.append((open.last?.name ?? "", open.last?.place)) }
    let full = open.last.map { "\($0.name).\(name)" } ?? name
    open.append((full, result.types.count))
    result.types.append(.init(name: full, kind: "message", description: keyword.comment))
  }

  /// `repeated string names = 1 [deprecated = true];`
  private mutating func readField(_ first: DefinitionToken) {
    var label: String?, type = first.text
    if ["repeated", "optional", "required"].contains(first.text) {
      label = first.text
      type = cursor.next()?.text ?? ""
    }
    if type == "map", cursor.take("<") {
      let key = cursor.next()?.text ?? ""
      _ = cursor.take(",")
      type = "map of \(key) to \(cursor.next()?.text ?? "")"
      _ = cursor.take(">")
    }
    guard let name = cursor.name(), cursor.take("="), let number = cursor.next(), number.kind == .number else {
      return cursor.complain("'\(type)' is no field here", help: "a field is written `string name = 1;`")
    }
    var field = APIReference.Field(name: name, rules: ["number \(number.text)"])
    let bare = type.hasPrefix(".") ? String(type.dropFirst()) : type
    field.type = .init(label == "repeated" ? "list of \(bare)" : bare, reference: bare)
    field.isRequired = label == "required"
    field.description = first.comment
    if cursor.isAt("[") { field.isDeprecated = readOptions() }
    let after = cursor.current
    if !cursor.take(";") { cursor.complain("Field '\(name)' needs a ';'") }
    field.description = field.description ?? after?.comment
    if let place = open.last?.place { result.types[place].fields.append(field) }
  }

  /// Whether `deprecated = true` is among them.
  private mutating func readOptions() -> Bool {
    var isDeprecated = false, depth = 0
    while let token = cursor.next() {
      if token.text == "[" { depth += 1 }
      if token.text == "]" { depth -= 1 }
      if token.text == "deprecated", cursor.take("="), cursor.isAt("true") { isDeprecated = true }
      if depth <= 0 { break }
    }
    return isDeprecated
  }

  private mutating func readEnumeration(_ comment: String?) {
    guard let name = cursor.name(), cursor.take("{") else { return cursor.complain("An enum needs a name and a '{'") }
    let full = open.last.map { "\($0.name).\(name)" } ?? name
    var type = APIReference.NamedType(name: full, kind: "enum", description: comment)
    while !cursor.take("}") {
      guard let token = cursor.next() else { return cursor.complain("Enum '\(full)' has no end", help: "add a '}'") }
      if token.text == "option" || token.text == "reserved" {
        skipStatement()
      } else if token.kind == .name, cursor.take("=") {
        let sign = cursor.take("-") ? "-" : ""
        var value = APIReference.Field(name: token.text, rules: ["number \(sign)\(cursor.next()?.text ?? "")"])
        value.description = token.comment
        if cursor.isAt("[") { value.isDeprecated = readOptions() }
        if let after = cursor.current, after.text == ";" { value.description = value.description ?? after.comment }
        skipStatement()
        type.fields.append(value)
      } else if token.text != ";" {
        return cursor.complain("'\(token.text)' is no value of an enum", help: "a value is written `NAME = 0;`")
      }
    }
    result.types.append(type)
  }

  private mutating func readService(_ comment: String?) {
    guard let name = cursor.name(), cursor.take("{") else { return cursor.complain("A service needs a name and a '{'") }
    var group = APIReference.Group(title: name, description: comment)
    while !cursor.take("}") {
      guard let token = cursor.next() else { return cursor.complain("Service '\(name)' has no end", help: "add a '}'") }
      switch token.text {
      case "rpc":
        guard let method = readMethod(service: name, token.comment) else { return }
        group.operations.append(method)
      case "option": skipStatement()
      case ";": continue
      default: return cursor.complain("'\(token.text)' is no method", help: "as in `rpc Get(Request) returns (Reply);`")
      }
    }
    result.groups.append(group)
  }

  private mutating func readMethod(service: String, _ comment: String?) -> APIReference.Operation? {
    guard let name = cursor.name(), let request = readMessageType(), cursor.take("returns"),
      let reply = readMessageType()
    else {
      cursor.complain("A method needs a request and a reply", help: "as in `rpc Get(Request) returns (Reply);`")
      return nil
    }
    let isBlock = cursor.isAt("{")
    if isBlock { cursor.skipBrackets("{", "}") }
    let after = cursor.current
    if !isBlock { _ = cursor.take(";") }
    var operation = APIReference.Operation(
      id: "rpc-\(AddressSlug.slug(of: service))-\(AddressSlug.slug(of: name))", verb: "rpc", name: name)
    operation.description = comment ?? (isBlock ? nil : after?.comment)
    operation.bodies = [.init(title: "Request", type: request), .init(title: "Reply", type: reply)]
    return operation
  }

  /// `(stream Token)`; the file's own package is left out of the name.
  private mutating func readMessageType() -> APIReference.TypeName? {
    guard cursor.take("(") else { return nil }
    _ = cursor.take(".")
    var name = cursor.name(), isStream = false
    if name == "stream", !cursor.isAt(")") {
      isStream = true
      _ = cursor.take(".")
      name = cursor.name()
    }
    guard let name, cursor.take(")") else { return nil }
    let package = result.title.map { $0 + "." } ?? ""
    let bare = name.hasPrefix(package) ? String(name.dropFirst(package.count)) : name
    return .init(isStream ? "stream of \(bare)" : bare, reference: bare)
  }

  /// Skips to after the `;` of a statement, over what stands in braces.
  private mutating func skipStatement() {
    while let token = cursor.current {
      if cursor.isAt("{") {
        cursor.skipBrackets("{", "}")
        if !cursor.isAt(";") { return }
        continue
      }
      if cursor.isAt("}") { return }
      cursor.advance()
      if token.text == ";", token.kind == .punctuation { return }
    }
  }

  /// Keeps a link to a type only where it names one of this file, by its full name or its last part.
  private static func linked(
    _ field: APIReference.Field, _ names: Set<String>, _ byLastPart: [String: String]
  ) -> APIReference.Field {
    guard let type = field.type, let reference = type.reference, !names.contains(reference) else { return field }
    var field = field
    field.type = .init(type.text, reference: byLastPart[reference])
    return field
  }
}
