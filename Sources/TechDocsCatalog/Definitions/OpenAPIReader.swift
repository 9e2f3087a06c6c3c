import TechDocsModel

/// Reads OpenAPI 3.0 and 3.1, and Swagger 2.
struct OpenAPIReader: DocumentReader {
  private let root: YAMLNode
  private var schemas: SchemaReader
  private var diagnostics: [Diagnostic] = []
  private var ids: Set<String> = []
  private let isSwagger: Bool

  init(_ root: YAMLNode) {
    self.root = root
    schemas = SchemaReader(root)
    isSwagger = root["swagger"] != nil
  }

  mutating func reference() -> Diagnosed<APIReference?> {
    guard let version = version() else { return Diagnosed(nil, diagnostics) }
    var reference = APIReference(format: isSwagger ? "Swagger \(version)" : "OpenAPI \(version)")
    readInfo(&reference)
    reference.servers = servers()
    reference.groups = groups(servers: reference.servers)
    let named = isSwagger ? root["definitions"] : root["components"]?["schemas"]
    for entry in named?.mapping ?? [] {
      guard case .scalar(let name, _) = entry.key.value else { continue }
      reference.types.append(schemas.namedType(name, entry.value))
    }
    return Diagnosed(reference, diagnostics + schemas.diagnostics)
  }

  private mutating func version() -> String? {
    guard let node = root["openapi"] ?? root["swagger"] else {
      complain(root, "The definition has no 'openapi'", "it begins as in `openapi: 3.1.0`")
      return nil
    }
    guard let text = node.string, text.hasPrefix("3.") || text.hasPrefix("2.") || text == "2" else {
      complain(node, "'\(node.string ?? "")' is no version of OpenAPI that is known", "3.1, 3.0 and 2.0 are")
      return nil
    }
    return text
  }

  private mutating func readInfo(_ reference: inout APIReference) {
    guard let info = root["info"], info.mapping != nil else {
      return complain(
        root["info"] ?? root, "The definition has no 'info'", "as in `info: {title: Orders, version: 1.0.0}`")
    }
    reference.title = info["title"]?.string
    reference.version = info["version"]?.string
    reference.description = info["description"]?.string
  }

  private func servers() -> [String] {
    if !isSwagger { return root["servers"]?.sequence?.compactMap { $0["url"]?.string } ?? [] }
    guard let host = root["host"]?.string else { return [root["basePath"]?.string].compactMap(\.self) }
    let schemes = root["schemes"]?.sequence?.compactMap(\.string) ?? ["https"]
    return schemes.map { "\($0)://\(host)\(root["basePath"]?.string ?? "")" }
  }

  private static let methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"]

  /// Operations by their first tag, tags in the order of the definition.
  private mutating func groups(servers: [String]) -> [APIReference.Group] {
    guard let paths = root["paths"] else {
      if root["components"] == nil, root["webhooks"] == nil { complain(root, "The definition has no 'paths'") }
      return []
    }
    guard let entries = paths.mapping else {
      if !paths.isNull { complain(paths, "'paths' must be a mapping of paths to operations") }
      return []
    }
    var groups: [APIReference.Group] = [], places: [String: Int] = [:]
    for tag in root["tags"]?.sequence ?? [] {
      guard let name = tag["name"]?.string, places[name] == nil else { continue }
      places[name] = groups.count
      groups.append(.init(title: name, description: tag["description"]?.string))
    }
    for entry in entries {
      guard case .scalar(let path, _) = entry.key.value, !path.hasPrefix("x-") else { continue }
      if !path.hasPrefix("/") { complain(entry.key, "Path '\(path)' must begin with '/'", "write '/\(path)'") }
      guard let item = schemas.resolved(entry.value) else { continue }
      for method in Self.methods {
        guard let node = item[method], node.mapping != nil else { continue }
        let tag = node["tags"]?.sequence?.first?.string ?? "Operations"
        let operation = operation(node, method, path, item, server: servers.first)
        if places[tag] == nil {
          places[tag] = groups.count
          groups.append(.init(title: tag))
        }
        groups[places[tag] ?? 0].operations.append(operation)
      }
    }
    return groups.filter { !$0.operations.isEmpty }
  }

  private mutating func operation(
    _ node: YAMLNode, _ method: String, _ path: String, _ item: YAMLNode, server: String?
  ) -> APIReference.Operation {
    if let id = node["operationId"], let text = id.string, !ids.insert(text).inserted {
      complain(id, "'operationId' '\(text)' stands twice")
    }
    var operation = APIReference.Operation(
      id: "\(method)-\(AddressSlug.slug(of: path))", verb: method.uppercased(), name: path)
    operation.summary = node["summary"]?.string
    operation.description = node["description"]?.string
    operation.isDeprecated = node["deprecated"]?.bool == true
    let parameters = (item["parameters"]?.sequence ?? []) + (node["parameters"]?.sequence ?? [])
    for parameter in parameters { add(parameter, to: &operation) }
    if let request = node["requestBody"].flatMap({ schemas.resolved($0) }) {
      operation.bodies += bodies(request, title: "Request")
    }
    for entry in node["responses"]?.mapping ?? [] {
      guard case .scalar(let code, _) = entry.key.value, let response = schemas.resolved(entry.value) else { continue }
      operation.bodies += bodies(response, title: code)
    }
    let request = operation.bodies.first { $0.title == "Request" }
    operation.command = CurlCommand(method: operation.verb, server: server, path: path, request: request).text
    return operation
  }

  private mutating func add(_ node: YAMLNode, to operation: inout APIReference.Operation) {
    guard let parameter = schemas.resolved(node), let name = parameter["name"]?.string else { return }
    let place = parameter["in"]?.string
    if place == "body", let schema = parameter["schema"] {
      return operation.bodies.append(body(schema, title: "Request", parameter["description"]?.string, nil, nil))
    }
    var field = schemas.field(
      name, parameter["schema"] ?? parameter, isRequired: parameter["required"]?.bool == true)
    field.place = place
    field.description = parameter["description"]?.string ?? field.description
    field.isDeprecated = parameter["deprecated"]?.bool == true
    operation.parameters.removeAll { $0.name == name && $0.place == place }
    operation.parameters.append(field)
  }

  /// A request or response: one body for each media type, or one without any.
  private mutating func bodies(_ node: YAMLNode, title: String) -> [APIReference.Body] {
    let description = node["description"]?.string
    if let schema = node["schema"] {
      let example = node["examples"]?.mapping?.first?.value
      return [body(schema, title: title, description, nil, example)]
    }
    let media = node["content"]?.mapping ?? []
    guard !media.isEmpty else { return [.init(title: title, description: description)] }
    return media.prefix(4).map { entry in
      let example = entry.value["example"] ?? entry.value["examples"]?.mapping?.first?.value["value"]
      return body(entry.value["schema"], title: title, description, entry.key.string, example)
    }
  }

  private mutating func body(
    _ schema: YAMLNode?, title: String, _ description: String?, _ mediaType: String?, _ example: YAMLNode?
  ) -> APIReference.Body {
    var body = APIReference.Body(title: title, description: description, mediaType: mediaType)
    if let schema {
      body.type = schemas.typeName(schema)
      if schema["$ref"] == nil {
        body.fields = schemas.fields(of: schema["items"].map { $0["$ref"] == nil ? $0 : schema } ?? schema)
      }
    }
    let shown = example ?? schema?["example"] ?? schema.flatMap { schemas.resolved($0) }?["example"]
    body.example = shown.map { PrettyJSON.text(of: $0) }
    return body
  }

  private mutating func complain(_ node: YAMLNode, _ message: String, _ help: String? = nil) {
    diagnostics.append(.error(APIDefinition.rule, at: node.range, message, help: help))
  }
}
