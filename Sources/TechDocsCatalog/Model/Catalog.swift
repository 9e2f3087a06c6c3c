package import TechDocsModel

/// All entities of a workspace and how they are related.
package struct Catalog: Sendable {
  /// Sorted by reference; each name once.
  package let entities: [Entity]
  /// By entity, sorted by kind of relation, then by the other's reference; both directions, each once.
  private let relationsByEntity: [EntityRef: [Relation]]
  private let places: [EntityRef: Int]

  package static let empty = Catalog(entities: [], relations: [:], places: [:])

  /// Takes entities in the order in which they were read; of two with one name the first holds.
  package static func relating(_ read: [Entity]) -> Diagnosed<Catalog> {
    var holders: [EntityRef: Entity] = [:], kept: [Entity] = [], diagnostics: [Diagnostic] = []
    for entity in read {
      if let holder = holders[entity.ref] {
        diagnostics.append(EntityFault.duplicate(entity, of: holder).diagnostic)
      } else {
        holders[entity.ref] = entity
        kept.append(entity)
      }
    }
    kept.sort { $0.ref < $1.ref }
    let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1.ref, $0) })
    return Diagnosed(Catalog(entities: kept, relations: grouped(kept), places: places), diagnostics)
  }

  /// The entity of a name; nil when nobody declares it.
  package subscript(ref: EntityRef) -> Entity? { places[ref].map { entities[$0] } }

  /// What an entity is to others, whoever said so.
  package func relations(of ref: EntityRef) -> [Relation] { relationsByEntity[ref] ?? [] }

  /// The others that an entity has one kind of relation to.
  package func others(_ kind: Relation.Kind, of ref: EntityRef) -> [EntityRef] {
    relations(of: ref).filter { $0.kind == kind }.map(\.to)
  }

  private init(entities: [Entity], relations: [EntityRef: [Relation]], places: [EntityRef: Int]) {
    self.entities = entities
    relationsByEntity = relations
    self.places = places
  }

  private static func grouped(_ entities: [Entity]) -> [EntityRef: [Relation]] {
    struct Key: Hashable {
      let kind: Relation.Kind
      let to: EntityRef
    }
    var all: [EntityRef: [Relation]] = [:]
    for entity in entities {
      for relation in entity.relations { all[relation.from, default: []].append(relation) }
    }
    return all.mapValues { relations in
      var seen: Set<Key> = []
      return relations.sorted { one, other in
        if one.kind != other.kind { return one.kind.rank < other.kind.rank }
        return one.to == other.to ? one.range < other.range : one.to < other.to
      }.filter { seen.insert(Key(kind: $0.kind, to: $0.to)).inserted }
    }
  }
}

extension Relation.Kind {
  /// The order of lists: as the cases are written.
  var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
