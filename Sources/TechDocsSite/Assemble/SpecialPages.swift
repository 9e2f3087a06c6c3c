import Mustache
import TechDocsModel

/// The files that every site has and that come from no source of their own: theme, 404 page, sitemap.
struct SpecialPages {
  static let notFoundPath = SitePath("404.html")

  let portal: LinkedPortal
  let looks: DocSiteLooks
  /// What templates of pages outside doc sites may read.
  let values: [String: Any]
  let frame: PlannedPageFrame

  struct File: Sendable {
    let path: SitePath
    /// Called when the file is asked for: a preview hardly ever is.
    let content: @Sendable () -> [UInt8]

    init(path: SitePath, bytes: [UInt8]) { self.init(path: path) { bytes } }

    init(path: SitePath, content: @escaping @Sendable () -> [UInt8]) {
      self.path = path
      self.content = content
    }
  }

  func files() throws -> [File] {
    var files = looks.files
    if portal.portal.docSites.count > ShellValues.siblingLimit {
      files.append(File(path: ServiceList.path, bytes: ServiceList(portal: portal.portal).json))
    }
    files.append(try notFound())
    files.append(File(path: SitePath("sitemap.xml")) { [portal] in Self.sitemap(of: portal) })
    files += AgentIndex(portal: portal).files
    return files
  }

  /// A host serves this page for any address, so its links are absolute.
  private func notFound() throws -> File {
    let root = portal.portal.siteURL.map(Self.pathOnly) ?? "/"
    let main = try looks.common.theme.template("404").render(values.merging(["root": root]) { _, own in own })
    let view = PageView(title: looks.common.words["notFound"] ?? "404", main: Array(main.utf8))
    var html = HTMLBuffer()
    frame.render(view, at: Self.notFoundPath, root: root, into: &html)
    return File(path: Self.notFoundPath, bytes: html.bytes)
  }

  /// `/base/` of `https://host/base/`: the page's policy loads from its own host only, a preview's too.
  private static func pathOnly(_ url: String) -> String {
    guard let scheme = url.firstRange(of: "://") else { return url }
    return url[scheme.upperBound...].firstIndex(of: "/").map { String(url[$0...]) } ?? "/"
  }

  /// Source: sitemaps.org; addresses must be absolute, so the list is empty while `site_url` is not known.
  private static func sitemap(of portal: LinkedPortal) -> [UInt8] {
    var xml = HTMLBuffer()
    xml.put(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    if let base = portal.portal.siteURL {
      let pages = Set(portal.portal.pages.map(\.path) + portal.planned.filter { $0.format == .page }.map(\.path))
      for path in pages.sorted() {
        xml.put("<url><loc>")
        xml.putEscaped(base + PercentEncoding.path(path.url))
        xml.put("</loc></url>\n")
      }
    }
    xml.put("</urlset>\n")
    return xml.bytes
  }
}
