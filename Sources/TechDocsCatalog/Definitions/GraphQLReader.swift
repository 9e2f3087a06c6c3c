import TechDocsModel

/// Reads GraphQL's schema definition language.
///
/// Source: GraphQL specification, October 2021, section 3 "Type System".
struct GraphQLReader {
  private var cursor: DefinitionCursor
  private var result = APIReference(format: "GraphQL")
  private var roots = ["Query": "query", "Mutation": "mutation", "Subscription": "subscription"]
  private var types: [APIReference.NamedType] = []
  /// By name of a type that has fields: each field with its arguments.
  private var fields: [String: [(field: APIReference.Field, arguments: [APIReference.Field])]] = [:]

  init(_ source: SourceText) {
    let style = DefinitionScanner.Style(comment: "#", isGraphQL: true)
    cursor = DefinitionCursor(DefinitionScanner.tokens(source, style), path: source.path)
  }

  mutating func reference() -> Diagnosed<APIReference?> {
    if cursor.current == nil { cursor.complain("The definition is empty") }
    while cursor.current != nil, cursor.diagnostics.isEmpty { readDefinition() }
    // What stands after a fault cannot be told apart, so the page shows the source.
    guard cursor.diagnostics.isEmpty else { return Diagnosed(nil, cursor.diagnostics) }
    for (type, verb) in roots.sorted(by: { $0.value < $1.value }) {
      guard let members = fields[type] else { continue }
      var group = APIReference.Group(title: type)
      group.operations = members.map { member in
        var operation = APIReference.Operation(
          id: "\(verb)-\(AddressSlug.slug(of: member.field.name))", verb: verb, name: member.field.name)
        operation.description = member.field.description
        operation.isDeprecated = member.field.isDeprecated
        operation.parameters = member.arguments
        operation.bodies = [.init(title: "Result", type: member.field.type)]
        return operation
      }
      result.groups.append(group)
    }
    result.types = types.filter { roots[$0.name] == nil }
    return Diagnosed(result, [])
  }

  private mutating func readDefinition() {
    let description = readDescription()
    _ = cursor.take("extend")
    guard let keyword = cursor.name() else {
      return cursor.complain("'\(cursor.current?.text ?? "")' begins no definition", help: "as in `type Order { … }`")
    }
    switch keyword {
    case "type", "interface", "input": readFields(keyword, description)
    case "enum": readEnumeration(description)
    case "union": readUnion(description)
    case "scalar":
      guard let name = cursor.name() else { return cursor.complain("A scalar needs a name") }
      readDirectives()
      types.append(.init(name: name, kind: "scalar", description: description))
    case "directive": readDirective()
    case "schema": readSchema()
    default: cursor.complain("'\(keyword)' begins no definition", help: "as in `type Order { … }`")
    }
  }

  private mutating func readDescription() -> String? {
    guard let token = cursor.current, token.kind == .string else { return nil }
    cursor.advance()
    let lines = token.text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { $0.drop { $0 == " " || $0 == "\t" } }.joined(separator: "\n").trimmed
  }

  /// Whether a `@deprecated` is among them.
  @discardableResult
  private mutating func readDirectives() -> Bool {
    var isDeprecated = false
    while cursor.take("@") {
      if cursor.name() == "deprecated" { isDeprecated = true }
      if cursor.isAt("(") { cursor.skipBrackets("(", ")") }
    }
    return isDeprecated
  }

  private mutating func readFields(_ kind: String, _ description: String?) {
    guard let name = cursor.name() else { return cursor.complain("A '\(kind)' needs a name") }
    var type = APIReference.NamedType(name: name, kind: kind == "type" ? "object" : kind, description: description)
    if cursor.take("implements") { while cursor.take("&") || cursor.name() != nil {} }
    readDirectives()
    if cursor.take("{") {
      while !cursor.take("}") {
        guard let member = readField() else { return }
        type.fields.append(member.field)
        fields[name, default: []].append(member)
      }
    }
    if let known = types.firstIndex(where: { $0.name == name }) {
      types[known].fields += type.fields
    } else {
      types.append(type)
    }
  }

  private mutating func readField() -> (field: APIReference.Field, arguments: [APIReference.Field])? {
    let description = readDescription()
    guard let name = cursor.name() else {
      cursor.complain("'\(cursor.current?.text ?? "the end")' is no field", help: "a field is written `name: Type`")
      return nil
    }
    var arguments: [APIReference.Field] = []
    if cursor.take("(") {
      while !cursor.take(")") {
        guard let argument = readField() else { return nil }
        arguments.append(argument.field)
      }
    }
    guard cursor.take(":"), let type = readType() else {
      cursor.complain("Field '\(name)' needs a type", help: "as in `\(name): String!`")
      return nil
    }
    var field = APIReference.Field(name: name, type: type, isRequired: type.text.hasSuffix("!"))
    field.description = description
    if cursor.take("=") { field.rules.append("default \(readValue())") }
    field.isDeprecated = readDirectives()
    return (field, arguments)
  }

  /// `[Item!]!` as it is written. Brackets nest a few levels at most, and are counted, not followed.
  private mutating func readType() -> APIReference.TypeName? {
    var text = "", depth = 0, reference: String?
    while let token = cursor.current {
      if token.text == "[", reference == nil {
        depth += 1
      } else if token.kind == .name, reference == nil {
        reference = token.text
      } else if token.text == "]", depth > 0 {
        depth -= 1
      } else if token.text != "!" || reference == nil {
        break
      }
      text += token.text
      cursor.advance()
    }
    return reference.flatMap { depth == 0 ? APIReference.TypeName(text, reference: $0) : nil }
  }

  private mutating func readValue() -> String {
    guard let token = cursor.next() else { return "" }
    guard token.text == "[" || token.text == "{" else {
      return token.text == "-" ? "-" + (cursor.next()?.text ?? "") : token.text
    }
    var text = token.text, depth = 1
    while depth > 0, let next = cursor.next() {
      if next.text == "[" || next.text == "{" { depth += 1 }
      if next.text == "]" || next.text == "}" { depth -= 1 }
      text += next.text
    }
    return text
  }

  private mutating func readEnumeration(_ description: String?) {
    guard let name = cursor.name() else { return cursor.complain("An enum needs a name") }
    var type = APIReference.NamedType(name: name, kind: "enum", description: description)
    readDirectives()
    guard cursor.take("{") else { return cursor.complain("Enum '\(name)' needs its values in '{ }'") }
    while !cursor.take("}") {
      let words = readDescription()
      guard let value = cursor.name() else { return cursor.complain("Enum '\(name)' has no end", help: "add a '}'") }
      var field = APIReference.Field(name: value, description: words)
      field.isDeprecated = readDirectives()
      type.fields.append(field)
    }
    types.append(type)
  }

  private mutating func readUnion(_ description: String?) {
    guard let name = cursor.name() else { return cursor.complain("A union needs a name") }
    readDirectives()
    var type = APIReference.NamedType(name: name, kind: "union", description: description)
    if cursor.take("=") {
      _ = cursor.take("|")
      while let member = cursor.name() {
        type.fields.append(.init(name: member, type: .init(member, reference: member)))
        if !cursor.take("|") { break }
      }
    }
    types.append(type)
  }

  private mutating func readDirective() {
    guard cursor.take("@"), cursor.name() != nil else { return cursor.complain("A directive needs a name") }
    if cursor.isAt("(") { cursor.skipBrackets("(", ")") }
    _ = cursor.take("repeatable")
    guard cursor.take("on") else {
      return cursor.complain("A directive says where it may stand", help: "add 'on FIELD'")
    }
    _ = cursor.take("|")
    while cursor.name() != nil, cursor.take("|") {}
  }

  /// `schema { query: Root }` names the root types.
  private mutating func readSchema() {
    readDirectives()
    guard cursor.take("{") else { return cursor.complain("A schema names its root types in '{ }'") }
    var named: [String: String] = [:]
    while !cursor.take("}") {
      guard let verb = cursor.name(), cursor.take(":"), let type = cursor.name() else {
        return cursor.complain("A schema names its root types", help: "as in `query: Query`")
      }
      named[type] = verb
    }
    roots = named
  }
}

extension String {
  /// Without white space at both ends.
  var trimmed: String {
    let start = drop(while: \.isWhitespace)
    return String(start[..<(start.lastIndex { !$0.isWhitespace }.map { start.index(after: $0) } ?? start.startIndex)])
  }
}
