package import TechDocsModel

/// A composite resource as a developer writes it (a ServiceDeployment, say).
package struct CompositeResource: Sendable {
  package let apiVersion: String
  package let kind: String
  package let name: String
  /// Nil for one of the whole cluster.
  package let namespace: String?
  package let node: FieldNode
  package let path: SourcePath
  /// The document's first line.
  package let range: SourceRange

  /// The resource of a document; nil when it has no apiVersion, kind and name.
  package init?(_ document: YAMLNode) {
    let node = FieldNode(document, as: .input)
    guard let apiVersion = node["apiVersion"]?.string, let kind = node["kind"]?.string,
      let name = node["metadata"]?["name"]?.string ?? node["metadata"]?["generateName"]?.string, !name.isEmpty
    else { return nil }
    self.init(
      node, apiVersion: apiVersion, kind: kind, name: name, path: document.range.path, range: document.range)
  }

  private init(
    _ node: FieldNode, apiVersion: String, kind: String, name: String, path: SourcePath, range: SourceRange
  ) {
    (self.apiVersion, self.kind, self.name, self.node) = (apiVersion, kind, name, node)
    (self.path, self.range) = (path, range)
    namespace = node["metadata"]?["namespace"]?.string
  }

  /// The composite resource that Crossplane makes of a v1 claim: of the whole cluster, its name with five characters
  /// more, which nobody knows before.
  func composite(of definition: CompositeResourceDefinition) -> CompositeResource {
    guard kind == definition.claimKind, kind != definition.kind, let fields = node.map else { return self }
    var root = fields
    let text = { (text: String) in FieldNode(.string(text), .crossplane) }
    var metadata = node["metadata"]?.map ?? Fields()
    let composite = name + "-xxxxx"
    var labels = metadata["labels"]?.map ?? Fields()
    labels["crossplane.io/claim-name"] = text(name)
    labels["crossplane.io/claim-namespace"] = namespace.map(text)
    labels["crossplane.io/composite"] = text(composite)
    metadata["name"] = text(composite)
    metadata["namespace"] = nil
    metadata["labels"] = FieldNode(.map(labels), .crossplane)
    root["kind"] = text(definition.kind)
    root["metadata"] = FieldNode(.map(metadata), node["metadata"]?.origin ?? .none)
    return CompositeResource(
      FieldNode(.map(root), node.origin), apiVersion: apiVersion, kind: definition.kind, name: composite, path: path,
      range: range)
  }

  /// A place in this resource's file, or the whole document.
  package func range(of origin: Origin) -> SourceRange {
    guard origin.kind == .input, let place = origin.place else { return range }
    return SourceRange(path, line: place.line, column: place.column)
  }
}
