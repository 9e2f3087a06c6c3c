package import TechDocsModel

/// One directed relation between two entities, as Backstage's catalog derives them from `spec`.
package struct Relation: Hashable, Sendable {
  /// What the first is to the second. Source: Backstage, "Well-known Relations".
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case ownedBy, ownerOf, providesApi, apiProvidedBy, consumesApi, apiConsumedBy, dependsOn, dependencyOf
    case partOf, hasPart, parentOf, childOf, memberOf, hasMember

    /// What the second is to the first.
    package var reverse: Kind {
      switch self {
      case .ownedBy: .ownerOf
      case .ownerOf: .ownedBy
      case .providesApi: .apiProvidedBy
      case .apiProvidedBy: .providesApi
      case .consumesApi: .apiConsumedBy
      case .apiConsumedBy: .consumesApi
      case .dependsOn: .dependencyOf
      case .dependencyOf: .dependsOn
      case .partOf: .hasPart
      case .hasPart: .partOf
      case .parentOf: .childOf
      case .childOf: .parentOf
      case .memberOf: .hasMember
      case .hasMember: .memberOf
      }
    }
  }

  package let from: EntityRef
  package let kind: Kind
  package let to: EntityRef
  /// Where the relation, or the one that it is the reverse of, is written.
  package let range: SourceRange
}

extension Relation: Comparable {
  /// By first entity, kind, second entity, as they are printed.
  package static func < (one: Relation, other: Relation) -> Bool {
    if one.from != other.from { return one.from.description.isBefore(other.from.description) }
    if one.kind != other.kind { return one.kind.rawValue.isBefore(other.kind.rawValue) }
    if one.to != other.to { return one.to.description.isBefore(other.to.description) }
    return one.range < other.range
  }
}
