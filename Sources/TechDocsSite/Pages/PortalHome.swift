import Mustache
import TechDocsModel

/// The first page of a workspace: its doc sites as cards.
struct PortalHome: PageKind {
  let name = "home"

  func planned(in portal: Portal) -> [PlannedPage] {
    guard portal.isWorkspace else { return [] }
    return [PlannedPage(kind: name, path: SitePath("index.html"), title: portal.name)]
  }

  func renderer(in portal: LinkedPortal, theme: Theme) throws -> any PlannedPageRenderer {
    var read: [String: Any] = theme.strings("en")
    read["name"] = portal.portal.name
    read["services"] = portal.portal.docSites.map { docSite in
      [
        "name": docSite.config.siteName, "path": PercentEncoding.path(docSite.base) + "/", "description": docSite.about,
      ] as [String: Any]
    }
    return Renderer(main: Array(try theme.template("home").render(read).utf8))
  }

  private struct Renderer: PlannedPageRenderer {
    let main: [UInt8]

    func view(of page: PlannedPage) -> PageView { PageView(title: page.title, main: main) }
  }
}
