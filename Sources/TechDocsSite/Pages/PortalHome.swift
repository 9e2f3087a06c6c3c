import Mustache
import TechDocsCatalog
import TechDocsModel

/// The first page of a workspace: where to start, its services with their owners, systems and teams.
struct PortalHome: PageKind {
  let name = "home"

  func planned(in portal: Portal) -> [PlannedPage] {
    guard portal.isWorkspace else { return [] }
    return [PlannedPage(kind: name, path: SitePath("index.html"), title: portal.name)]
  }

  func renderer(in portal: LinkedPortal, theme: Theme) throws -> any PlannedPageRenderer {
    var read: [String: Any] = theme.strings("en")
    read["name"] = portal.portal.name
    let view = CatalogView(portal)
    let services = portal.portal.docSites.map { Self.values(of: $0, view) }
    read["services"] = services
    read["hasCatalog"] = !portal.portal.catalog.entities.isEmpty
    read["systems"] = Self.list("system", .hasPart, view)
    read["owners"] = Self.list("group", .ownerOf, view)
    let recent = Self.recent(view)
    read["recent"] = recent
    read["hasRecent"] = !recent.isEmpty
    read["start"] = portal.portal.docSites.filter { Self.isHandbook($0, view) }.map { Self.values(of: $0, view) }
    return Renderer(main: Array(try theme.template("home").render(read).utf8))
  }

  /// The pages that were changed last, newest first; empty where no dates are asked for.
  private static func recent(_ view: CatalogView) -> [[String: Any]] {
    let portal = view.portal.portal
    var found: [(day: String, page: Int)] = []
    for (index, page) in portal.pages.enumerated() {
      if let change = portal.docSites[page.docSite].history?.change(of: page) { found.append((change.day, index)) }
    }
    found.sort { one, other in
      one.day == other.day ? portal.pages[one.page].path < portal.pages[other.page].path : one.day > other.day
    }
    return found.prefix(10).map { item in
      [
        "name": view.portal.titles[item.page], "path": view.address(ofPage: item.page), "day": item.day,
        "site": portal.docSites[portal.pages[item.page].docSite].config.siteName,
      ] as [String: Any]
    }
  }

  /// Docs about how things are done here, not about one service.
  private static func isHandbook(_ docSite: DocSite, _ view: CatalogView) -> Bool {
    docSite.ref.flatMap { view.catalog[$0]?.type } == "documentation"
  }

  private static func values(of docSite: DocSite, _ view: CatalogView) -> [String: Any] {
    let entity = docSite.ref.flatMap { view.catalog[$0] }
    var values: [String: Any] = [
      "name": docSite.config.siteName, "path": PercentEncoding.path(docSite.base) + "/",
      "description": docSite.config.siteDescription ?? entity?.description ?? "",
    ]
    guard let entity, let page = view.addresses[entity.ref] else { return values }
    values["page"] = page
    values["kind"] = [entity.type, entity.lifecycle].compactMap(\.self).joined(separator: " · ")
    if let owner = view.catalog.others(.ownedBy, of: entity.ref).first {
      values["owner"] = view.label(owner)
      values["ownerPage"] = view.addresses[owner]
    }
    return values
  }

  /// Entities of a kind that have parts or own something, the largest first.
  private static func list(_ kind: String, _ relation: Relation.Kind, _ view: CatalogView) -> [[String: Any]] {
    var found: [(ref: EntityRef, count: Int)] = []
    for entity in view.catalog.entities where entity.ref.kind == kind && entity.ref.isAddressable {
      let count = view.catalog.others(relation, of: entity.ref).count
      if count > 0 { found.append((entity.ref, count)) }
    }
    found.sort { one, other in one.count == other.count ? one.ref < other.ref : one.count > other.count }
    return found.prefix(24).map { item in
      ["name": view.label(item.ref), "page": view.addresses[item.ref] ?? "", "count": item.count] as [String: Any]
    }
  }

  private struct Renderer: PlannedPageRenderer {
    let main: [UInt8]

    func view(of page: PlannedPage) -> PageView { PageView(title: page.title, main: main) }
  }
}
