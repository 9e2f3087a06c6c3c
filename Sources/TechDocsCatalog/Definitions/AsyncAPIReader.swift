import TechDocsModel

/// Reads AsyncAPI 2 and 3.
struct AsyncAPIReader: DocumentReader {
  private let root: YAMLNode
  private var schemas: SchemaReader
  private var diagnostics: [Diagnostic] = []

  init(_ root: YAMLNode) {
    self.root = root
    schemas = SchemaReader(root)
  }

  mutating func reference() -> Diagnosed<APIReference?> {
    guard let node = root["asyncapi"] else {
      return fail(root, "The definition has no 'asyncapi'", "it begins as in `asyncapi: 3.0.0`")
    }
    guard let version = node.string, version.hasPrefix("2.") || version.hasPrefix("3.") else {
      return fail(node, "'\(node.string ?? "")' is no version of AsyncAPI that is known", "2.x and 3.0 are")
    }
    var reference = APIReference(format: "AsyncAPI \(version)")
    reference.title = root["info"]?["title"]?.string
    reference.version = root["info"]?["version"]?.string
    reference.description = root["info"]?["description"]?.string
    reference.servers = (root["servers"]?.mapping ?? []).compactMap { entry in
      entry.value["url"]?.string ?? entry.value["host"]?.string
    }
    if let channels = root["channels"], channels.mapping == nil, !channels.isNull {
      diagnostics.append(.error(APIDefinition.rule, at: channels.range, "'channels' must be a mapping"))
    }
    reference.groups = version.hasPrefix("2.") ? channelGroups() : operationGroups()
    for entry in root["components"]?["schemas"]?.mapping ?? [] {
      guard case .scalar(let name, _) = entry.key.value else { continue }
      reference.types.append(schemas.namedType(name, entry.value))
    }
    return Diagnosed(reference, diagnostics + schemas.diagnostics)
  }

  /// Version 2: a channel has `publish` and `subscribe`.
  private mutating func channelGroups() -> [APIReference.Group] {
    var groups: [APIReference.Group] = []
    for entry in root["channels"]?.mapping ?? [] {
      guard case .scalar(let name, _) = entry.key.value, let channel = schemas.resolved(entry.value) else { continue }
      var group = APIReference.Group(title: name, description: channel["description"]?.string)
      for verb in ["publish", "subscribe"] {
        guard let node = channel[verb] else { continue }
        let message = node["message"]
        let messages = message?["oneOf"]?.sequence ?? [message].compactMap(\.self)
        group.operations.append(operation(node, verb, name, messages))
      }
      groups.append(group)
    }
    return groups
  }

  /// Version 3: operations name their channel; channels without one are listed with their messages.
  private mutating func operationGroups() -> [APIReference.Group] {
    var groups: [APIReference.Group] = [], places: [String: Int] = [:]
    for entry in root["channels"]?.mapping ?? [] {
      guard case .scalar(let name, _) = entry.key.value, let channel = schemas.resolved(entry.value) else { continue }
      places[name] = groups.count
      groups.append(.init(title: channel["address"]?.string ?? name, description: channel["description"]?.string))
    }
    for entry in root["operations"]?.mapping ?? [] {
      guard let node = schemas.resolved(entry.value), let channel = node["channel"]?["$ref"]?.string else { continue }
      let name = SchemaReader.name(channel)
      guard let place = places[name] else {
        _ = node["channel"].flatMap { schemas.resolved($0) }
        continue
      }
      let own = node["messages"]?.sequence ?? []
      let all = root["channels"]?[name].flatMap { schemas.resolved($0) }?["messages"]?.mapping?.map(\.value) ?? []
      let verb = node["action"]?.string ?? "operation"
      groups[place].operations.append(operation(node, verb, groups[place].title, own.isEmpty ? all : own))
    }
    return groups
  }

  private mutating func operation(
    _ node: YAMLNode, _ verb: String, _ channel: String, _ messages: [YAMLNode]
  ) -> APIReference.Operation {
    var operation = APIReference.Operation(
      id: "\(verb)-\(AddressSlug.slug(of: channel))", verb: verb, name: channel)
    operation.summary = node["summary"]?.string ?? node["title"]?.string
    operation.description = node["description"]?.string
    for message in messages { operation.bodies += [body(message)].compactMap(\.self) }
    return operation
  }

  private mutating func body(_ node: YAMLNode) -> APIReference.Body? {
    guard let message = schemas.resolved(node) else { return nil }
    let name = message["title"]?.string ?? message["name"]?.string ?? node["$ref"]?.string.map(SchemaReader.name)
    var body = APIReference.Body(title: name ?? "Message")
    body.description = message["summary"]?.string ?? message["description"]?.string
    body.mediaType = message["contentType"]?.string
    if let payload = message["payload"] {
      body.type = schemas.typeName(payload)
      if payload["$ref"] == nil { body.fields = schemas.fields(of: payload) }
    }
    body.example = message["examples"]?.sequence?.first.map { PrettyJSON.text(of: $0["payload"] ?? $0) }
    return body
  }

  private func fail(_ node: YAMLNode, _ message: String, _ help: String) -> Diagnosed<APIReference?> {
    Diagnosed(nil, [.error(APIDefinition.rule, at: node.range, message, help: help)])
  }
}
