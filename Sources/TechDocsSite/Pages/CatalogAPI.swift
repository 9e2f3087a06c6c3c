import TechDocsCatalog
import TechDocsModel

/// The catalog as JSON files, for programs: an index, all entities, and one file for each.
///
/// Keys stand in a fixed order and no clock is read, so the same sources give the same bytes.
struct CatalogAPI: PageKind {
  let name = "catalog-api"

  func planned(in portal: Portal) -> [PlannedPage] {
    guard portal.isWorkspace else { return [] }
    let entities = portal.catalog.entities.filter(\.ref.isAddressable).map { entity in
      file(CatalogAPIPaths.entity(entity.ref), entity.ref.description)
    }
    let schemas = CatalogSchemas.all.map { file(CatalogAPIPaths.schema($0.name), "schema \($0.name)") }
    return [file(CatalogAPIPaths.index, "index"), file(CatalogAPIPaths.entities, "entities")] + schemas + entities
  }

  private func file(_ path: SitePath, _ key: String) -> PlannedPage {
    PlannedPage(kind: name, path: path, title: path.path, format: .file, key: key)
  }

  func renderer(in portal: LinkedPortal, theme: Theme) throws -> any PlannedPageRenderer {
    Renderer(writer: CatalogJSON(CatalogView(portal)))
  }

  private struct Renderer: PlannedPageRenderer {
    let writer: CatalogJSON

    func view(of page: PlannedPage) -> PageView {
      let bytes: [UInt8]
      switch page.key {
      case "index": bytes = writer.index()
      case "entities": bytes = writer.entities()
      default:
        if let schema = CatalogSchemas.all.first(where: { page.key == "schema \($0.name)" }) {
          bytes = Array(schema.text.utf8)
        } else {
          bytes = EntityRef(parsing: page.key).flatMap { writer.entity($0) } ?? []
        }
      }
      return PageView(title: page.title, main: bytes)
    }
  }
}
