import Mustache
import TechDocsModel

/// The page of search results. Without scripts, and before a query, it lists every service and page from A to Z, or
/// leads to the pages of such lists.
struct SearchPage: PageKind {
  let name = "search"

  private static let path = SitePath("search/index.html")

  func planned(in portal: Portal) -> [PlannedPage] {
    let lists = PageLists(portal).places.enumerated().map { index, place in
      PlannedPage(
        kind: name, path: place.path, title: portal.docSites[place.docSite].config.siteName, key: String(index))
    }
    return [PlannedPage(kind: name, path: Self.path, title: "Search")] + lists
  }

  func renderer(in portal: LinkedPortal, theme: Theme) throws -> any PlannedPageRenderer {
    let language = portal.portal.docSites.count == 1 ? portal.portal.docSites[0].config.theme.language : "en"
    return try Renderer(portal: portal, theme: theme, strings: theme.strings(language))
  }

  private struct Renderer: PlannedPageRenderer {
    let portal: LinkedPortal
    let pages: [[TitledPage]]
    let lists: PageLists
    let searchTitle: String
    var main: [UInt8] = []

    init(portal: LinkedPortal, theme: Theme, strings: [String: String]) throws {
      self.portal = portal
      pages = TitledPage.all(in: portal)
      lists = PageLists(portal.portal)
      searchTitle = strings["search"] ?? "Search"
      var read: [String: Any] = strings
      read["services"] = services
      main = Array(try theme.template("search").render(read).utf8)
    }

    func view(of page: PlannedPage) -> PageView {
      guard let index = Int(page.key) else {
        var view = PageView(title: searchTitle, main: main)
        view.isSearch = true
        return view
      }
      let place = lists.places[index], name = portal.portal.docSites[place.docSite].config.siteName
      let rows = lists.rows(of: place, pages[place.docSite])
      var html = HTMLBuffer(capacity: 128 * rows.count)
      html.put("<h1>")
      html.putEscaped(name)
      html.put("</h1>\n<ul class=\"td-columns\">\n")
      for row in rows { Self.put(row, from: place.path, into: &html) }
      html.put("</ul>\n")
      var view = PageView(title: "\(name): \(Self.title(of: rows))", main: html.bytes)
      view.navigation = name
      view.breadcrumbs = [.init(searchTitle, SearchPage.path)]
      return view
    }

    private static func put(_ row: TitledPage, from path: SitePath, into html: inout HTMLBuffer) {
      html.put("<li><a href=\"")
      html.putEscaped(PercentEncoding.path(path.relativeURL(to: row.path)))
      html.put("\">")
      html.putEscaped(row.title)
      html.put("</a></li>\n")
    }

    /// What the template reads: every service, with its pages or its lists.
    private var services: [[String: Any]] {
      let all = portal.portal.docSites.indices.map { index in
        let docSite = portal.portal.docSites[index]
        return [
          "title": docSite.config.siteName, "description": docSite.about, "isOnly": portal.portal.docSites.count == 1,
          "pages": links(of: index).map {
            ["url": PercentEncoding.path($0.path.url), "title": $0.title]
          },
        ] as [String: Any]
      }
      func key(_ service: [String: Any]) -> String { (service["title"] as? String ?? "").lowercased() }
      return all.sorted { key($0).isBefore(key($1)) }
    }

    private func links(of docSite: Int) -> [TitledPage] {
      guard !lists.places.isEmpty else { return pages[docSite] }
      return lists.places.filter { $0.docSite == docSite }.map { place in
        TitledPage(path: place.path, title: Self.title(of: lists.rows(of: place, pages[docSite])))
      }
    }

    /// `Alerts … Zones (300)`.
    private static func title(of rows: [TitledPage]) -> String {
      guard let first = rows.first, let last = rows.last else { return "" }
      return rows.count == 1 ? first.title : "\(first.title) … \(last.title) (\(rows.count))"
    }
  }
}
