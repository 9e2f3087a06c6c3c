/// The name of an entity, as in `component:default/payments-api`; kind and namespace compare without case.
///
/// Source: Backstage, "String references" and `parseEntityRef` of `@backstage/catalog-model`.
package struct EntityRef: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Why a text is no reference.
  package enum Fault: Error, Sendable, Hashable {
    /// A part is written and empty, as in `group:` or `team/`.
    case syntax
    /// No kind is written, and none is implied.
    case kind
  }

  /// Lower case, as in `component`.
  package let kind: String
  /// Lower case; `default` where none is given.
  package let namespace: String
  /// Lower case for comparison and addresses.
  package let name: String
  /// The hash of all three parts, made once: references are looked up far more often than they are read.
  private let digest: Int

  package init(kind: String, namespace: String = "default", name: String) {
    self.kind = kind.lowercased()
    self.namespace = namespace.lowercased()
    self.name = name.lowercased()
    var hasher = Hasher()
    hasher.combine(self.kind)
    hasher.combine(self.namespace)
    hasher.combine(self.name)
    digest = hasher.finalize()
  }

  package static func == (one: EntityRef, other: EntityRef) -> Bool {
    one.digest == other.digest && one.name == other.name && one.kind == other.kind && one.namespace == other.namespace
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(digest) }

  /// Reads `[kind:][namespace/]name`; a `/` before the first `:` ends the search for a kind.
  package static func parsing(
    _ text: some StringProtocol, defaultKind: String? = nil, defaultNamespace: String = "default"
  ) -> Result<EntityRef, Fault> {
    let slash = text.utf8.firstIndex(of: UInt8(ascii: "/"))
    var colon = text.utf8.firstIndex(of: UInt8(ascii: ":"))
    if let slash, let found = colon, slash < found { colon = nil }
    let afterKind = colon.map { text.utf8.index(after: $0) } ?? text.startIndex
    let kind = colon.map { String(text[..<$0]) } ?? defaultKind
    let namespace = slash.map { String(text[afterKind..<$0]) } ?? defaultNamespace
    let name = String(text[(slash.map { text.utf8.index(after: $0) } ?? afterKind)...])
    guard !name.isEmpty, !namespace.isEmpty, kind?.isEmpty != true else { return .failure(.syntax) }
    guard let kind else { return .failure(.kind) }
    return .success(EntityRef(kind: kind, namespace: namespace, name: name))
  }

  /// Reads `[kind:][namespace/]name`; nil when a part is missing or empty, or the kind is and has no default.
  package init?(parsing text: some StringProtocol, defaultKind: String? = nil, defaultNamespace: String = "default") {
    guard let ref = try? Self.parsing(text, defaultKind: defaultKind, defaultNamespace: defaultNamespace).get() else {
      return nil
    }
    self = ref
  }

  package var description: String { "\(kind):\(namespace)/\(name)" }

  /// As short as a person writes it: without the namespace where that is `default`.
  package var shortDescription: String { namespace == "default" ? "\(kind):\(name)" : description }

  /// `namespace/kind/name`, as Backstage addresses entities.
  package var path: String { "\(namespace)/\(kind)/\(name)" }

  /// Whether every part may stand in an address: names as Backstage allows them, so no `..` and no `/`.
  package var isAddressable: Bool {
    NameRule.isObjectName(name) && NameRule.isDNSLabel(namespace) && NameRule.isKind(kind)
  }

  package static func < (one: EntityRef, other: EntityRef) -> Bool {
    if one.kind != other.kind { return one.kind.utf8.lexicographicallyPrecedes(other.kind.utf8) }
    if one.namespace != other.namespace { return one.namespace.utf8.lexicographicallyPrecedes(other.namespace.utf8) }
    return one.name.utf8.lexicographicallyPrecedes(other.name.utf8)
  }
}
