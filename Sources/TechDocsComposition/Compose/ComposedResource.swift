/// One resource that the platform makes of a composite resource.
package struct ComposedResource: Sendable {
  /// The name in the Composition, as in `deployment`.
  package let resourceName: String
  /// As Crossplane applies it; every value knows where it comes from.
  package let node: FieldNode
  /// The step that made it.
  package let step: String
  /// Its template.
  package let origin: Origin
  /// The filters that it passed.
  package let verdicts: [FilterVerdict]

  package var apiVersion: String { shown["apiVersion"]?.string ?? "" }
  package var kind: String { shown["kind"]?.string ?? "" }
  /// The name, or what Crossplane begins it with when the Composition sets none.
  package var name: String {
    shown["metadata"]?["name"]?.string ?? shown["metadata"]?["generateName"]?.string.map { $0 + "…" } ?? ""
  }
  package var namespace: String? { shown["metadata"]?["namespace"]?.string }

  /// The API group, empty for the core one.
  package var group: String {
    apiVersion.contains("/") ? String(apiVersion.prefix { $0 != "/" }) : ""
  }

  /// The manifest that provider-kubernetes' `Object` wraps; nil for anything else.
  package var wrapped: FieldNode? {
    guard node["kind"]?.string == "Object", let api = node["apiVersion"]?.string,
      api.hasPrefix("kubernetes.crossplane.io/") || api.hasPrefix("kubernetes.m.crossplane.io/")
    else { return nil }
    return node["spec"]?["forProvider"]?["manifest"]
  }

  /// What a reader cares for: the wrapped manifest, or the resource itself.
  package var shown: FieldNode { wrapped ?? node }
}
