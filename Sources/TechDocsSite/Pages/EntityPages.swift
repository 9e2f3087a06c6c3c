import TechDocsCatalog
import TechDocsModel

/// A page for each entity of the catalog, at the address that a Backstage would have for it.
struct EntityPages: PageKind {
  let name = "entity"

  func planned(in portal: Portal) -> [PlannedPage] {
    guard portal.isWorkspace else { return [] }
    return portal.catalog.entities.filter(\.ref.isAddressable).map { entity in
      PlannedPage(
        kind: name, path: CatalogPaths.entity(entity.ref), title: entity.displayName, entity: entity.ref,
        key: entity.ref.description)
    }
  }

  func renderer(in portal: LinkedPortal, theme: Theme) throws -> any PlannedPageRenderer {
    let view = CatalogView(portal)
    return Renderer(view: view, graphs: Self.graphs(view), definitions: Self.definitions(view))
  }

  /// What the definitions of all APIs say.
  private static func definitions(_ view: CatalogView) -> [EntityRef: Diagnosed<APIReference?>] {
    view.catalog.entities.reduce(into: [:]) { all, entity in
      all[entity.ref] = entity.definition.map { APIDefinition.reading($0, type: entity.type ?? "") }
    }
  }

  /// The graphs of all systems and domains, laid out in one run of a program.
  private static func graphs(_ view: CatalogView) -> [EntityRef: GraphDrawing] {
    let wholes = view.catalog.entities.filter { $0.ref.kind == "system" || $0.ref.kind == "domain" }
    let graphs = wholes.compactMap { entity in SystemGraph(of: entity.ref, in: view).map { (entity.ref, $0) } }
    let placements = DotLayout.placements(of: graphs.map(\.1.layout))
    return graphs.reduce(into: [:]) { all, pair in
      all[pair.0] = placements[pair.1.layout].flatMap(pair.1.drawing)
    }
  }

  private struct Renderer: PlannedPageRenderer {
    let view: CatalogView
    let graphs: [EntityRef: GraphDrawing]
    let definitions: [EntityRef: Diagnosed<APIReference?>]

    var searchPages: [SearchPages] {
      CatalogSearch(view: view, references: definitions.compactMapValues(\.value)).pages
    }

    func view(of page: PlannedPage) -> PageView {
      guard let ref = page.entity, let entity = view.catalog[ref] else { return PageView(title: page.title, main: []) }
      return EntityPageWriter(entity, view, definition: definitions[ref]).page(
        graph: graphs[ref], templates: view.portal.portal.annotationLinks)
    }
  }
}
