import TechDocsComposition
import TechDocsModel

/// The kinds that the platform offers, field by field, and its Compositions, line by line.
struct PlatformPages: PageKind {
  let name = "platform"

  func planned(in portal: Portal) -> [PlannedPage] {
    guard portal.isWorkspace else { return [] }
    let platform = portal.platform.platform
    let kinds = platform.definitions.filter { ExplainPaths.isAddressable($0.name) }.map {
      PlannedPage(kind: name, path: ExplainPaths.kind($0), title: $0.kind, key: "kind \($0.name)")
    }
    let compositions = platform.compositions.filter { ExplainPaths.isAddressable($0.name) }.map {
      PlannedPage(
        kind: name, path: ExplainPaths.composition($0), title: "Composition \($0.name)", key: "composition \($0.name)")
    }
    return kinds + compositions
  }

  func renderer(in portal: LinkedPortal, theme: Theme) throws -> any PlannedPageRenderer {
    Renderer(view: ExplainView(portal))
  }

  private struct Renderer: PlannedPageRenderer {
    let view: ExplainView

    func view(of page: PlannedPage) -> PageView {
      let parts = page.key.split(separator: " ", maxSplits: 1).map(String.init)
      let platform = view.platform.platform
      if parts.first == "kind", let found = platform.definitions.first(where: { $0.name == parts[1] }) {
        return KindPageWriter(found, view, at: page.path).page()
      }
      if parts.first == "composition", let found = platform.compositions.first(where: { $0.name == parts[1] }) {
        return CompositionPageWriter(found, view, at: page.path).page()
      }
      return PageView(title: page.title, main: [])
    }
  }
}
