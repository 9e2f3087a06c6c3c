import TechDocsCatalog

/// Kinds and relations in words for readers.
enum KindWords {
  private static let names: [String: (one: String, many: String)] = [
    "component": ("Component", "Components"), "api": ("API", "APIs"), "resource": ("Resource", "Resources"),
    "system": ("System", "Systems"), "domain": ("Domain", "Domains"), "group": ("Group", "Groups"),
    "user": ("User", "Users"), "template": ("Template", "Templates"), "location": ("Location", "Locations"),
  ]

  /// The order of lists of kinds; kinds that nobody knows come last, by name.
  static func rank(_ kind: String) -> Int {
    ["component", "api", "resource", "system", "domain", "group", "user", "template", "location"].firstIndex(of: kind)
      ?? 99
  }

  static func singular(_ kind: String) -> String { names[kind]?.one ?? kind }
  static func plural(_ kind: String) -> String { names[kind]?.many ?? kind }

  /// What stands on an arrow or in a table: the first entity … the second.
  static func verb(_ kind: Relation.Kind) -> String {
    switch kind {
    case .ownedBy: "owned by"
    case .ownerOf: "owns"
    case .providesApi: "provides"
    case .apiProvidedBy: "provided by"
    case .consumesApi: "consumes"
    case .apiConsumedBy: "consumed by"
    case .dependsOn: "depends on"
    case .dependencyOf: "needed by"
    case .partOf: "part of"
    case .hasPart: "has part"
    case .parentOf: "parent of"
    case .childOf: "child of"
    case .memberOf: "member of"
    case .hasMember: "has member"
    }
  }
}
