import TechDocsCatalog
import TechDocsModel

/// The groups that entities and pages fall into; known before a page is parsed.
struct CatalogFacets: Sendable {
  /// By kind, entities sorted by reference. Kinds in the order of lists.
  let kinds: [(kind: String, entities: [EntityRef])]
  /// By lifecycle as written, sorted.
  let lifecycles: [(name: String, entities: [EntityRef])]
  /// By tag, sorted. Tags that have one address are one tag.
  let tags: [(tag: String, entities: [EntityRef], pages: [Int])]
  let unowned: [EntityRef]
  /// Entities to be switched off that others still use.
  let deprecated: [EntityRef]

  init(_ portal: Portal) {
    let catalog = portal.catalog
    let entities = catalog.entities.filter(\.ref.isAddressable)
    kinds = Dictionary(grouping: entities.map(\.ref), by: \.kind).map { ($0, $1) }.sorted { one, other in
      let ranks = (KindWords.rank(one.kind), KindWords.rank(other.kind))
      return ranks.0 == ranks.1 ? one.kind.isBefore(other.kind) : ranks.0 < ranks.1
    }
    let staged = entities.filter { $0.lifecycle?.isEmpty == false }
    lifecycles = Dictionary(grouping: staged) { CatalogPaths.slug($0.lifecycle ?? "") }
      .map { ($1.first?.lifecycle ?? $0, $1.map(\.ref)) }.sorted { $0.name.isBefore($1.name) }
    tags = Self.tags(entities, portal.pages)
    unowned = entities.filter {
      !["group", "user", "location"].contains($0.ref.kind) && catalog.others(.ownedBy, of: $0.ref).isEmpty
    }.map(\.ref)
    deprecated = entities.filter { entity in
      entity.lifecycle?.lowercased() == "deprecated" && !Self.consumers(of: entity.ref, in: catalog).isEmpty
    }.map(\.ref)
  }

  /// Who uses an entity, through its APIs too, without its own parts.
  static func consumers(of ref: EntityRef, in catalog: Catalog) -> [EntityRef] {
    var found = Set(catalog.others(.dependencyOf, of: ref) + catalog.others(.apiConsumedBy, of: ref))
    for api in catalog.others(.providesApi, of: ref) { found.formUnion(catalog.others(.apiConsumedBy, of: api)) }
    found.remove(ref)
    return found.sorted()
  }

  private static func tags(
    _ entities: [Entity], _ pages: [Page]
  ) -> [(tag: String, entities: [EntityRef], pages: [Int])] {
    struct Group {
      let tag: String
      var entities: [EntityRef] = []
      var pages: [Int] = []
    }
    var groups: [String: Group] = [:]
    for entity in entities {
      for tag in entity.tags { groups[CatalogPaths.slug(tag), default: Group(tag: tag)].entities.append(entity.ref) }
    }
    for (index, page) in pages.enumerated() {
      for tag in page.frontMatter?["tags"]?.sequence?.compactMap(\.string) ?? [] where !tag.isEmpty {
        groups[CatalogPaths.slug(tag), default: Group(tag: tag)].pages.append(index)
      }
    }
    return groups.sorted { $0.key.isBefore($1.key) }.map { ($1.tag, $1.entities, $1.pages) }
  }
}
