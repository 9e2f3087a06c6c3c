package import TechDocsModel

/// Reads an API's definition by its `spec.type`.
package enum APIDefinition {
  /// The reference; nil for types that are not known, and for a definition that is too broken to read. Faults bear the
  /// rule `broken-definition` and stand at their line.
  package static func reading(_ source: DefinitionSource, type: String) -> Diagnosed<APIReference?> {
    let result: Diagnosed<APIReference?>
    switch type.lowercased() {
    case "openapi", "swagger": result = document(source) { OpenAPIReader($0) }
    case "asyncapi": result = document(source) { AsyncAPIReader($0) }
    case "graphql":
      var reader = GraphQLReader(source.text)
      result = reader.reference()
    case "grpc", "protobuf", "proto":
      var reader = ProtobufReader(source.text)
      result = reader.reference()
    default: return Diagnosed(nil)
    }
    return Diagnosed(result.value, result.diagnostics.map { placed($0, in: source) })
  }

  private static func document<Reader: DocumentReader>(
    _ source: DefinitionSource, _ make: (YAMLNode) -> Reader
  ) -> Diagnosed<APIReference?> {
    let parsed = YAMLDocument.parse(source.text)
    guard let root = parsed.value, root.mapping != nil else {
      let fault = Diagnostic.error(
        rule, at: SourceRange(source.text.path, line: 1), "The definition is no mapping",
        help: "it begins as in `openapi: 3.1.0`")
      return Diagnosed(nil, parsed.diagnostics.isEmpty ? [fault] : parsed.diagnostics)
    }
    var reader = make(root)
    let reference = reader.reference()
    return Diagnosed(reference.value, parsed.diagnostics + reference.diagnostics)
  }

  /// The rule of every fault in a definition.
  static let rule: Rule = "broken-definition"

  private static func placed(_ fault: Diagnostic, in source: DefinitionSource) -> Diagnostic {
    Diagnostic(
      fault.severity, rule, at: fault.range.map(source.range), fault.message, help: fault.help, notes: fault.notes)
  }
}

/// Reads a definition that is a YAML or JSON document.
protocol DocumentReader {
  mutating func reference() -> Diagnosed<APIReference?>
}
