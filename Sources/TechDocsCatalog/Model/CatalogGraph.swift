/// A part of the catalog as nodes and edges: each relation once, in the direction that people say it.
package struct CatalogGraph: Sendable, Hashable {
  /// One arrow.
  package struct Edge: Sendable, Hashable {
    package let from: EntityRef
    package let kind: Relation.Kind
    package let to: EntityRef
  }

  /// Sorted.
  package let nodes: [EntityRef]
  /// Sorted by first entity, then as lists of relations are.
  package let edges: [Edge]

  /// The directions that are drawn; the others are their reverses.
  package static let drawn: Set<Relation.Kind> = [
    .ownedBy, .providesApi, .consumesApi, .dependsOn, .partOf, .childOf, .memberOf,
  ]

  /// All of a catalog, or an entity with its parts, theirs, and what is related to any of them.
  package init(_ catalog: Catalog, around center: EntityRef? = nil, kinds: Set<Relation.Kind> = drawn) {
    let inner = center.map { Self.parts(of: $0, in: catalog) }
    let sources = inner.map { $0.sorted() } ?? catalog.entities.map(\.ref)
    var nodes = Set(sources), edges: [Edge] = [], seen: Set<Edge> = []
    for ref in sources {
      for relation in catalog.relations(of: ref) {
        let isDrawn = Self.drawn.contains(relation.kind)
        let edge =
          isDrawn
          ? Edge(from: ref, kind: relation.kind, to: relation.to)
          : Edge(from: relation.to, kind: relation.kind.reverse, to: ref)
        guard kinds.contains(edge.kind), seen.insert(edge).inserted else { continue }
        nodes.insert(relation.to)
        edges.append(edge)
      }
    }
    self.nodes = nodes.sorted()
    self.edges = edges.sorted { one, other in
      if one.from != other.from { return one.from < other.from }
      return one.kind == other.kind ? one.to < other.to : one.kind.rank < other.kind.rank
    }
  }

  /// An entity and everything that is part of it, at any depth; circles end.
  package static func parts(of ref: EntityRef, in catalog: Catalog) -> Set<EntityRef> {
    var found: Set<EntityRef> = [ref], waiting = [ref]
    while let next = waiting.popLast() {
      for part in catalog.others(.hasPart, of: next) where found.insert(part).inserted { waiting.append(part) }
    }
    return found
  }
}
