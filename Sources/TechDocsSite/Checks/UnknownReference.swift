package import TechDocsCatalog
package import TechDocsModel

/// Reports a field of an entity that names an entity which no catalog file declares.
///
/// Where the catalog has no entity of a kind at all, that kind is kept elsewhere (groups in a directory, say), and
/// nothing is said.
package struct UnknownReference: Check {
  package let about = RuleAbout(
    "unknown-reference", .warning, what: "A field of an entity that names an entity nobody declares",
    why: "Readers see the name greyed, without a page: no owner to ask, no dependency to follow.",
    mend: "Take the name that is suggested, or declare the entity in a catalog file.")
  /// Looking through all names for each of thousands of faults would take minutes.
  private static let limit = 200

  package init() {}

  package func diagnostics(in portal: LinkedPortal) -> [Diagnostic] {
    portal.portal.isWorkspace ? diagnostics(in: portal.portal.catalog) : []
  }

  /// The same, of a catalog alone.
  package func diagnostics(in catalog: Catalog) -> [Diagnostic] {
    let names = Dictionary(grouping: catalog.entities.map(\.ref), by: \.kind)
    var near = 0
    return catalog.entities.flatMap { entity in
      entity.relations.filter { $0.from == entity.ref && catalog[$0.to] == nil && names[$0.to.kind] != nil }
        .map { relation in
          near += 1
          let known = near <= Self.limit ? names[relation.to.kind] ?? [] : []
          return Diagnostic.warning(
            about.rule, at: relation.range,
            "\(Self.role(relation.kind)) '\(relation.to.shortDescription)' is not in the catalog",
            help: NearMiss(of: relation.to.shortDescription, among: known.map(\.shortDescription)).suggestion)
        }
    }
  }

  /// What the named entity would be.
  private static func role(_ kind: Relation.Kind) -> String {
    switch kind {
    case .ownedBy: "Owner"
    case .partOf: "Parent"
    case .providesApi, .consumesApi: "API"
    case .dependsOn, .dependencyOf: "Dependency"
    case .memberOf, .childOf, .parentOf: "Group"
    case .hasMember: "Member"
    default: "Entity"
    }
  }
}
