/// What the `spec` of one kind must and may hold, and which of its fields are relations.
///
/// Source: the kinds' JSON Schemas of `@backstage/catalog-model` and `BuiltinKindsEntityProcessor`.
struct KindRule: Sendable {
  struct Field: Sendable {
    let name: String
    var isList = false
    var isRequired = false
    var relation: RelationRule?
  }

  struct RelationRule: Sendable {
    /// The kind of a reference without one; nil where the kind must be written.
    let defaultKind: String?
    let kind: Relation.Kind
  }

  let fields: [Field]

  /// The rule for a document; nil for a kind that nobody knows.
  static func rule(apiVersion: String, kind: String) -> KindRule? {
    if apiVersion == "backstage.io/v1alpha1" || apiVersion == "backstage.io/v1beta1" { return core[kind] }
    return apiVersion == "scaffolder.backstage.io/v1beta3" && kind == "Template" ? template : nil
  }

  /// The kinds that are known, for near misses.
  static let names = core.keys.sorted() + ["Template"]

  /// Relations that a kind nobody knows most likely means by these fields; they are shown, not checked.
  static let guessed = KindRule(fields: [owner, system].map { Field(name: $0.name, relation: $0.relation) })

  private static let owner = Field(
    name: "owner", isRequired: true, relation: RelationRule(defaultKind: "Group", kind: .ownedBy))
  private static let system = Field(name: "system", relation: RelationRule(defaultKind: "System", kind: .partOf))
  private static let type = Field(name: "type", isRequired: true)
  private static let lifecycle = Field(name: "lifecycle", isRequired: true)
  private static let dependencies = [
    list("dependsOn", nil, .dependsOn), list("dependencyOf", nil, .dependencyOf),
  ]

  private static func list(
    _ name: String, _ kind: String?, _ relation: Relation.Kind, isRequired: Bool = false
  ) -> Field {
    Field(
      name: name, isList: true, isRequired: isRequired, relation: RelationRule(defaultKind: kind, kind: relation))
  }

  private static func one(_ name: String, _ kind: String, _ relation: Relation.Kind) -> Field {
    Field(name: name, relation: RelationRule(defaultKind: kind, kind: relation))
  }

  private static let core: [String: KindRule] = [
    "Component": KindRule(
      fields: [
        type, lifecycle, owner, system, one("subcomponentOf", "Component", .partOf),
        list("providesApis", "API", .providesApi), list("consumesApis", "API", .consumesApi),
      ] + dependencies),
    "API": KindRule(fields: [type, lifecycle, owner, system, Field(name: "definition", isRequired: true)]),
    "Resource": KindRule(fields: [type, owner, system] + dependencies),
    "System": KindRule(fields: [owner, one("domain", "Domain", .partOf), Field(name: "type")]),
    "Domain": KindRule(fields: [owner, one("subdomainOf", "Domain", .partOf), Field(name: "type")]),
    "Group": KindRule(fields: [
      type, one("parent", "Group", .childOf), list("children", "Group", .parentOf, isRequired: true),
      list("members", "User", .hasMember),
    ]),
    "User": KindRule(fields: [list("memberOf", "Group", .memberOf)]),
    "Location": KindRule(fields: [
      Field(name: "type"), Field(name: "target"), Field(name: "targets", isList: true),
    ]),
  ]

  private static let template = KindRule(fields: [
    type, Field(name: "owner", relation: owner.relation), Field(name: "lifecycle"),
  ])
}
