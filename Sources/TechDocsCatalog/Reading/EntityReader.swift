import TechDocsModel

/// Reads one document of a catalog file into an entity, and notes everything that is wrong with it.
struct EntityReader {
  let document: YAMLNode
  private(set) var faults: [EntityFault] = []
  private var relations: [Relation] = []

  init(_ document: YAMLNode) { self.document = document }

  /// nil where the envelope is too broken to name anything: no mapping, no kind, no name.
  mutating func entity(_ definition: DefinitionSource?) -> Entity? {
    guard document.mapping != nil else {
      fault("", .notAnObject, document, "An entity is a mapping with 'apiVersion', 'kind' and 'metadata'")
      return nil
    }
    guard let (apiVersion, kind, metadata) = envelope() else { return nil }
    checkRoot()
    checkHead(apiVersion, kind)
    var reader = MetadataReader(metadata)
    reader.read()
    faults += reader.faults
    let name = metadata["name"]?.coreString ?? "", namespace = metadata["namespace"]?.coreString ?? "default"
    // The author of a document without a name hears of the rest of it too.
    let ref = EntityRef(kind: kind.coreString ?? "", namespace: namespace, name: name)
    readSpec(KindRule.rule(apiVersion: apiVersion.coreString ?? "", kind: kind.coreString ?? ""), kind, ref)
    guard !name.isEmpty else { return nil }
    return Entity(
      ref: ref, apiVersion: apiVersion.coreString ?? "", kind: kind.coreString ?? "", name: name,
      metadata: MetadataFields(metadata), spec: document["spec"], document: document, relations: unique(relations),
      faults: faults.sorted(), range: metadata["name"]?.range ?? document.range, definition: definition)
  }

  /// The three fields without which nothing else is read.
  private mutating func envelope() -> (apiVersion: YAMLNode, kind: YAMLNode, metadata: YAMLNode)? {
    let names = ["apiVersion", "kind", "metadata"]
    let examples = ["backstage.io/v1alpha1", "Component", "{name: payments-api}"]
    for (name, example) in zip(names, examples) where document[name]?.isNull != false {
      fault(name, .required, document[name] ?? document, "An entity needs '\(name)'", "as in `\(name): \(example)`")
    }
    for name in names.prefix(2) {
      guard let node = document[name], !node.isNull, node.coreType != .string else { continue }
      fault(name, .type, node, "'\(name)' must be a string, not a \(node.coreType.rawValue)")
    }
    if let metadata = document["metadata"], !metadata.isNull, metadata.coreType != .mapping {
      fault("metadata", .type, metadata, "'metadata' must be a mapping, not a \(metadata.coreType.rawValue)")
    }
    guard faults.isEmpty, let version = document["apiVersion"], let kind = document["kind"],
      let metadata = document["metadata"]
    else { return nil }
    return (version, kind, metadata)
  }

  private static let rootFields = ["apiVersion", "kind", "metadata", "spec", "relations", "status"]

  private mutating func checkRoot() {
    for entry in document.mapping ?? [] {
      guard case .scalar(let name, _) = entry.key.value, !Self.rootFields.contains(name) else { continue }
      let near = NearMiss(of: name, among: Self.rootFields).suggestion
      fault(name, .unknownRootField, entry.key, "'\(name)' is no field of an entity", near ?? "move it into 'spec'")
    }
  }

  private mutating func checkHead(_ apiVersion: YAMLNode, _ kind: YAMLNode) {
    if let text = apiVersion.coreString, !NameRule.isAPIVersion(text) {
      fault("apiVersion", .apiVersion, apiVersion, "'\(text)' is no API version", "as in `backstage.io/v1alpha1`")
    }
    if let text = kind.coreString, !NameRule.isKind(text) {
      fault("kind", .kindFormat, kind, "'\(text)' is no kind", "a kind is a word of letters and digits")
    }
  }

  private mutating func readSpec(_ rule: KindRule?, _ kind: YAMLNode, _ ref: EntityRef) {
    guard let rule else {
      if !faults.contains(where: { $0.path == "apiVersion" || $0.path == "kind" }) {
        let name = kind.coreString ?? ""
        fault(
          "kind", .unknownKind, kind, "'\(name)' of '\(document["apiVersion"]?.string ?? "")' is no known kind",
          NearMiss(of: name, among: KindRule.names).suggestion ?? "its page shows its data as it stands")
      }
      var reader = SpecReader(ref: ref, spec: document["spec"] ?? document)
      reader.read(.guessed, document["spec"] ?? document)
      relations = reader.relations
      return
    }
    guard let spec = document["spec"], !spec.isNull else {
      return fault("spec", .required, document["spec"] ?? document, "'\(kind.string ?? "")' needs a 'spec'")
    }
    guard spec.coreType == .mapping else {
      return fault("spec", .type, spec, "'spec' must be a mapping, not a \(spec.coreType.rawValue)")
    }
    var reader = SpecReader(ref: ref, spec: spec)
    reader.read(rule, spec)
    if ref.kind == "template" { reader.readSteps(spec) }
    faults += reader.faults
    relations = reader.relations
  }

  private func unique(_ relations: [Relation]) -> [Relation] {
    var seen: Set<String> = []
    return relations.filter { seen.insert("\($0.from) \($0.kind) \($0.to)").inserted }
  }

  private mutating func fault(
    _ path: String, _ code: EntityFault.Code, _ node: YAMLNode, _ message: String, _ help: String? = nil
  ) {
    faults.append(EntityFault(path, code, at: node.range, message, help: help))
  }
}
