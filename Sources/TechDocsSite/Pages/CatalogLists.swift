import TechDocsCatalog
import TechDocsModel

/// The lists of the catalog: all entities, those of a kind, a lifecycle or a tag, those without an owner, those to be
/// switched off that others still use, and how the docs are.
struct CatalogLists: PageKind {
  let name = "catalog-list"

  func planned(in portal: Portal) -> [PlannedPage] {
    guard portal.isWorkspace, !portal.catalog.entities.isEmpty else { return [] }
    let facets = CatalogFacets(portal)
    var pages = [
      page(CatalogPaths.index, "Catalog", "index"), page(CatalogPaths.tags, "Tags", "tags"),
      page(CatalogPaths.unowned, "Without an owner", "unowned"),
      page(CatalogPaths.deprecated, "Deprecated and still in use", "deprecated"),
      page(CatalogPaths.docs, "Health of the docs", "docs"),
    ]
    for (index, kind) in facets.kinds.enumerated() {
      for number in 1...max(1, (kind.entities.count + CatalogHTML.rows - 1) / CatalogHTML.rows) {
        let path = CatalogPaths.kind(kind.kind, page: number)
        pages.append(page(path, KindWords.plural(kind.kind), "kind \(index) \(number)"))
      }
    }
    for (index, lifecycle) in facets.lifecycles.enumerated() {
      pages.append(page(CatalogPaths.lifecycle(lifecycle.name), lifecycle.name, "lifecycle \(index)"))
    }
    for (index, tag) in facets.tags.enumerated() {
      pages.append(page(CatalogPaths.tag(tag.tag), tag.tag, "tag \(index)"))
    }
    return pages
  }

  private func page(_ path: SitePath, _ title: String, _ key: String) -> PlannedPage {
    PlannedPage(kind: name, path: path, title: title, key: key)
  }

  func renderer(in portal: LinkedPortal, theme: Theme) throws -> any PlannedPageRenderer {
    Renderer(view: CatalogView(portal), facets: CatalogFacets(portal.portal))
  }

  private struct Renderer: PlannedPageRenderer {
    let view: CatalogView
    let facets: CatalogFacets

    func view(of page: PlannedPage) -> PageView {
      let words = page.key.split(separator: " ")
      let index = words.count > 1 ? Int(words[1]) ?? 0 : 0
      let writer = CatalogListWriter(facets: facets, view, at: page.path)
      return switch words.first {
      case "index": writer.index()
      case "tags": writer.tags()
      case "unowned": writer.unowned()
      case "deprecated": writer.deprecated()
      case "docs": writer.docs()
      case "kind": writer.kind(index, page: words.count > 2 ? Int(words[2]) ?? 1 : 1)
      case "lifecycle": writer.lifecycle(index)
      default: writer.tag(index)
      }
    }
  }
}
