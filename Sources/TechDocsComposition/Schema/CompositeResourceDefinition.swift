package import TechDocsModel

/// An XRD: a kind that the platform offers, and what may be written in it.
package struct CompositeResourceDefinition: Sendable {
  package struct Version: Sendable {
    package let name: String
    package let isServed: Bool
    package let isReferenceable: Bool
    /// With the fields that Crossplane adds.
    package let schema: Schema
    /// As the platform wrote it.
    package let writtenSchema: Schema
  }

  package let name: String
  package let group: String
  package let kind: String
  package let plural: String
  /// The kind of a v1 claim; nil where there are none.
  package let claimKind: String?
  /// `Namespaced`, `Cluster` or `LegacyCluster`.
  package let scope: String
  package let versions: [Version]
  package let defaultComposition: String?
  package let enforcedComposition: String?
  package let labels: [String: String]
  package let path: SourcePath
  /// The document's first line.
  package let range: SourceRange

  /// The XRD of a document; nil when it is none, or names no group and kind.
  package init?(_ document: YAMLNode) {
    guard let apiVersion = document["apiVersion"]?.string,
      apiVersion.hasPrefix("apiextensions.crossplane.io/"),
      document["kind"]?.string == "CompositeResourceDefinition", let spec = document["spec"],
      let group = spec["group"]?.string, let kind = spec["names"]?["kind"]?.string
    else { return nil }
    let node = FieldNode(document, as: .schemaDefault)
    path = document.range.path
    range = document.range
    name = node["metadata"]?["name"]?.string ?? ""
    labels = node.labels
    (self.group, self.kind) = (group, kind)
    plural = spec["names"]?["plural"]?.string ?? kind.lowercased() + "s"
    claimKind = spec["claimNames"]?["kind"]?.string
    let isLegacy = apiVersion.hasSuffix("/v1")
    let scope = spec["scope"]?.string ?? (isLegacy ? "LegacyCluster" : "Namespaced")
    self.scope = scope
    defaultComposition = spec["defaultCompositionRef"]?["name"]?.string
    enforcedComposition = spec["enforcedCompositionRef"]?["name"]?.string
    let machinery = scope == "LegacyCluster" ? MachineryFields.legacy : MachineryFields.current
    versions = (node["spec"]?["versions"]?.list ?? []).map { version in
      let schema = version["schema"]?["openAPIV3Schema"] ?? .emptyMap
      return Version(
        name: version["name"]?.string ?? "", isServed: version["served"]?.bool ?? true,
        isReferenceable: version["referenceable"]?.bool ?? true, schema: Schema(machinery.adding(to: schema)),
        writtenSchema: Schema(schema))
    }
  }

  /// Whether an object is of this kind, or of its claims' kind.
  package func matches(apiVersion: String, kind: String) -> Bool {
    (kind == self.kind || kind == claimKind) && apiVersion.split(separator: "/").first.map(String.init) == group
  }

  package func version(_ name: String) -> Version? { versions.first { $0.name == name } }
}

/// Fields of composite resources that no XRD writes, because Crossplane adds them.
///
/// Source: crossplane's `xcrd` package.
struct MachineryFields {
  let spec: [String]

  static let legacy = MachineryFields(spec: [
    "compositionRef", "compositionSelector", "compositionRevisionRef", "compositionRevisionSelector",
    "compositionUpdatePolicy", "claimRef", "resourceRef", "resourceRefs", "environmentConfigRefs",
    "compositeDeletePolicy", "publishConnectionDetailsTo", "writeConnectionSecretToRef",
  ])
  static let current = MachineryFields(spec: ["crossplane"])

  /// The schema with the fields added where they are not there yet.
  func adding(to schema: FieldNode) -> FieldNode {
    let anything = FieldNode(
      .map(
        Fields(unique: [
          .init(key: "x-kubernetes-preserve-unknown-fields", node: FieldNode(.bool(true)))
        ])))
    guard var root = schema.map, var properties = schema["properties"]?.map else { return schema }
    let added = [("spec", spec), ("status", ["conditions", "connectionDetails", "claimConditionTypes", "crossplane"])]
    for (part, names) in added {
      guard let existing = properties[part], var fields = existing.map, let inner = existing["properties"],
        var known = inner.map
      else { continue }
      for name in names where known[name] == nil { known.append(name, anything) }
      fields["properties"] = FieldNode(.map(known), inner.origin)
      properties[part] = FieldNode(.map(fields), existing.origin)
    }
    root["properties"] = FieldNode(.map(properties), schema["properties"]?.origin ?? schema.origin)
    return FieldNode(.map(root), schema.origin)
  }
}

extension FieldNode {
  /// `metadata.labels` of an object.
  package var labels: [String: String] {
    let entries = self["metadata"]?["labels"]?.map?.entries ?? []
    return Dictionary(entries.compactMap { entry in entry.node.string.map { (entry.key, $0) } }) { _, last in last }
  }
}
