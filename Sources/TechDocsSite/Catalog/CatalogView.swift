import TechDocsCatalog
import TechDocsModel

/// What all pages of the catalog read: made once a build.
struct CatalogView: Sendable {
  /// The docs of an entity.
  struct Docs: Sendable {
    /// The index of the doc site.
    let docSite: Int
    /// The first page to read: the home page, or the one that the entity names.
    let page: Int?
    /// Whether they are another entity's.
    let isShared: Bool
  }

  let portal: LinkedPortal
  let catalog: Catalog
  /// Percent-encoded, from the site's root; only entities with a page.
  let addresses: [EntityRef: String]
  let docs: [EntityRef: Docs]
  /// By entity: the pages of other doc sites that link to its docs or its page, in their order.
  let backlinks: [EntityRef: [Int]]
  let health: [DocsHealth]
  /// The services of the platform that belong to an entity, with the address of the page that explains each.
  let services: [EntityRef: [(name: String, resources: Int, address: String)]]

  init(_ portal: LinkedPortal) {
    self.portal = portal
    catalog = portal.portal.catalog
    var addresses: [EntityRef: String] = [:]
    for entity in catalog.entities where entity.ref.isAddressable {
      addresses[entity.ref] = PercentEncoding.path(CatalogPaths.entity(entity.ref).url)
    }
    self.addresses = addresses
    docs = catalog.entities.reduce(into: [:]) { all, entity in all[entity.ref] = Self.docs(of: entity, in: portal) }
    backlinks = Self.backlinks(in: portal)
    health = DocsHealth.all(in: portal)
    services = portal.portal.platform.addressable.reduce(into: [:]) { all, service in
      guard let entity = service.entity else { return }
      all[entity, default: []].append(
        (service.name, service.manifests.count, PercentEncoding.path(ExplainPaths.service(service).url)))
    }
  }

  /// The address of a page of the docs, percent-encoded, from the site's root.
  func address(ofPage page: Int) -> String { PercentEncoding.path(portal.portal.pages[page].path.url) }

  /// The name that readers know an entity by, declared or not.
  func label(_ ref: EntityRef) -> String {
    catalog[ref]?.displayName ?? (ref.namespace == "default" ? ref.name : "\(ref.namespace)/\(ref.name)")
  }

  private static func docs(of entity: Entity, in portal: LinkedPortal) -> Docs? {
    if let own = portal.index.entities[entity.ref] {
      return Docs(docSite: own, page: page("", of: own, in: portal), isShared: false)
    }
    guard let other = DocsReference(entity).other, let docSite = portal.index.entities[other.ref] else { return nil }
    return Docs(
      docSite: docSite, page: page(other.page, of: docSite, in: portal) ?? page("", of: docSite, in: portal),
      isShared: true)
  }

  private static func page(_ path: String, of docSite: Int, in portal: LinkedPortal) -> Int? {
    if case .page(let page) = portal.index.place(docPath: path, in: docSite) { return page }
    return path.isEmpty ? portal.portal.docSites[docSite].nav.pages.first : nil
  }

  private static func backlinks(in portal: LinkedPortal) -> [EntityRef: [Int]] {
    let refs = portal.portal.docSites.map(\.ref)
    let pages = Dictionary(portal.index.entityPages.map { ($1, $0) }) { first, _ in first }
    var found: [EntityRef: [Int]] = [:]
    for (index, links) in portal.links.enumerated() {
      let own = refs[portal.portal.pages[index].docSite]
      for link in links {
        let target: EntityRef?
        switch link.outcome {
        case .page(let page, _): target = refs[portal.portal.pages[page].docSite]
        case .file(let path): target = pages[path]
        case .external, .missing, .unknownEntity: target = nil
        }
        guard let target, target != own, found[target]?.last != index else { continue }
        found[target, default: []].append(index)
      }
    }
    return found
  }
}
