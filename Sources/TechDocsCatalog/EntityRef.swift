/// The name of an entity, as in `component:default/payments-api`; kind and namespace compare without case.
///
/// Source: Backstage, "String references" and `parseEntityRef` of `@backstage/catalog-model`.
package struct EntityRef: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Lower case, as in `component`.
  package let kind: String
  /// Lower case; `default` where none is given.
  package let namespace: String
  /// Lower case for comparison and addresses.
  package let name: String

  package init(kind: String, namespace: String = "default", name: String) {
    self.kind = kind.lowercased()
    self.namespace = namespace.lowercased()
    self.name = name.lowercased()
  }

  /// Reads `[kind:][namespace/]name`; nil when a part is missing or empty, or the kind is and has no default.
  package init?(parsing text: some StringProtocol, defaultKind: String? = nil, defaultNamespace: String = "default") {
    let kindAndRest = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let rest = kindAndRest.last, let kind = kindAndRest.count == 2 ? String(kindAndRest[0]) : defaultKind else {
      return nil
    }
    let parts = rest.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, !kind.isEmpty, parts.allSatisfy({ !$0.isEmpty }), let name = parts.last else { return nil }
    self.init(kind: kind, namespace: parts.count == 2 ? String(parts[0]) : defaultNamespace, name: String(name))
  }

  package var description: String { "\(kind):\(namespace)/\(name)" }

  /// `namespace/kind/name`, as Backstage addresses entities.
  package var path: String { "\(namespace)/\(kind)/\(name)" }

  package static func < (one: EntityRef, other: EntityRef) -> Bool {
    one.description.utf8.lexicographicallyPrecedes(other.description.utf8)
  }
}
