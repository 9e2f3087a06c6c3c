import Mustache
import TechDocsModel

/// The page of search results. Without scripts, and before a query, it lists every service and page from A to Z.
struct SearchPage: PageKind {
  let name = "search"

  func planned(in portal: Portal) -> [PlannedPage] {
    [PlannedPage(kind: name, path: SitePath("search/index.html"), title: "Search")]
  }

  func renderer(in portal: LinkedPortal, theme: Theme) throws -> any PlannedPageRenderer {
    let language = portal.portal.docSites.count == 1 ? portal.portal.docSites[0].config.theme.language : "en"
    var read: [String: Any] = theme.strings(language)
    let pages = SearchRecords(portal: portal).pages
    let services = portal.portal.docSites.enumerated().map { index, docSite in
      [
        "title": docSite.config.siteName, "description": docSite.about, "isOnly": portal.portal.docSites.count == 1,
        "pages": pages[index].map { page in
          ["url": PercentEncoding.path(portal.portal.pages[page].path.url), "title": portal.titles[page]]
        }.sorted { Self.isBefore($0["title"] ?? "", $1["title"] ?? "") },
      ] as [String: Any]
    }
    read["services"] = services.sorted { Self.isBefore($0["title"] as? String ?? "", $1["title"] as? String ?? "") }
    let main = try theme.template("search").render(read)
    return Renderer(title: read["search"] as? String ?? "Search", main: Array(main.utf8))
  }

  /// Without regard to case, and the same in every locale.
  private static func isBefore(_ one: String, _ other: String) -> Bool {
    let (left, right) = (one.lowercased(), other.lowercased())
    return left == right ? one.isBefore(other) : left.isBefore(right)
  }

  private struct Renderer: PlannedPageRenderer {
    let title: String
    let main: [UInt8]

    func view(of page: PlannedPage) -> PageView { PageView(title: title, main: main) }
  }
}
