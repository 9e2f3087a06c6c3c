import Mustache
import TechDocsModel

/// The files of a site that come from no source of their own: theme, 404 page, sitemap, a portal's home.
struct SpecialPages {
  let portal: LinkedPortal
  let theme: Theme
  let values: ShellValues
  let shell: MustacheTemplate

  struct File {
    let path: SitePath
    let bytes: [UInt8]
  }

  func files() throws -> [File] {
    var files = [File(path: values.assets.stylesheet, bytes: theme.stylesheet)]
    if let script = values.assets.script { files.append(File(path: script, bytes: theme.script)) }
    files.append(try notFound())
    files.append(File(path: SitePath("sitemap.xml"), bytes: sitemap))
    if portal.portal.isWorkspace { files.append(try home()) }
    return files
  }

  /// A host serves this page for any address, so its links are absolute.
  private func notFound() throws -> File {
    let main = try theme.template("404").render(values.values(for: nil))
    let root = portal.portal.siteURL.map(Self.pathOnly) ?? "/"
    return page("404.html", title: text("notFound"), main: main, root: root)
  }

  /// `/base/` of `https://host/base/`: the page's policy loads from its own host only, a preview's too.
  private static func pathOnly(_ url: String) -> String {
    guard let scheme = url.firstRange(of: "://") else { return url }
    return url[scheme.upperBound...].firstIndex(of: "/").map { String(url[$0...]) } ?? "/"
  }

  private func home() throws -> File {
    var read = values.values(for: nil)
    read["name"] = portal.portal.name
    read["services"] = portal.portal.docSites.map { docSite in
      [
        "name": docSite.config.siteName, "path": PercentEncoding.path(docSite.base) + "/", "description": docSite.about,
      ] as [String: Any]
    }
    return page("index.html", title: portal.portal.name, main: try theme.template("home").render(read), root: "./")
  }

  private func text(_ key: String) -> String { values.values(for: nil)[key] as? String ?? key }

  private func page(_ path: String, title: String, main: String, root: String) -> File {
    var html = HTMLBuffer()
    for part in PageShell(template: shell, values: values.values(for: nil)).parts {
      switch part {
      case .bytes(let bytes): html.put(bytes)
      case .slot(.title): html.putEscaped(title)
      case .slot(.main): html.put(main)
      case .slot(.root): html.putEscaped(root)
      case .slot: break
      }
    }
    return File(path: SitePath(path), bytes: html.bytes)
  }

  /// Source: sitemaps.org; addresses must be absolute, so the list is empty while `site_url` is not known.
  private var sitemap: [UInt8] {
    var xml = HTMLBuffer()
    xml.put(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    if let base = portal.portal.siteURL {
      for page in portal.portal.pages.sorted(by: { $0.path < $1.path }) {
        xml.put("<url><loc>")
        xml.putEscaped(base + PercentEncoding.path(page.path.url))
        xml.put("</loc></url>\n")
      }
    }
    xml.put("</urlset>\n")
    return xml.bytes
  }
}
