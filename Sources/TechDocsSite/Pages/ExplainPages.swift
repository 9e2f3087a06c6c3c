import TechDocsComposition
import TechDocsModel

/// A page for each service of the platform: what becomes of it, and why; and a list of all.
struct ExplainPages: PageKind {
  let name = "explain"

  func planned(in portal: Portal) -> [PlannedPage] {
    let services = portal.platform.addressable
    guard portal.isWorkspace, !services.isEmpty else { return [] }
    let index = PlannedPage(kind: name, path: ExplainPaths.index, title: "What the platform makes")
    return [index]
      + services.map { service in
        PlannedPage(
          kind: name, path: ExplainPaths.service(service), title: "\(service.name) explained",
          key: "\(service.namespace)/\(service.name)")
      }
  }

  func renderer(in portal: LinkedPortal, theme: Theme) throws -> any PlannedPageRenderer {
    Renderer(view: ExplainView(portal))
  }

  private struct Renderer: PlannedPageRenderer {
    let view: ExplainView

    func view(of page: PlannedPage) -> PageView {
      guard !page.key.isEmpty else { return ExplainListWriter(view).page() }
      guard let service = view.services[page.key] else { return PageView(title: page.title, main: []) }
      return ExplainPageWriter(service, view).page()
    }
  }
}
