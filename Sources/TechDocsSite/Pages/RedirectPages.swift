import TechDocsModel

/// A page at each old address that `redirects` names, which leads to the new one.
struct RedirectPages: PageKind {
  let name = "redirect"

  func planned(in portal: Portal) -> [PlannedPage] {
    portal.docSites.indices.flatMap { docSite in
      redirects(of: docSite, in: portal).all.map { redirect in
        PlannedPage(
          kind: name, path: path(ofPage: redirect.old, of: docSite, in: portal), title: "Redirect", format: .file)
      }
    }
  }

  func renderer(in portal: LinkedPortal, theme: Theme) throws -> any PlannedPageRenderer {
    var files: [SitePath: [UInt8]] = [:]
    for (index, docSite) in portal.portal.docSites.enumerated() {
      for redirect in redirects(of: index, in: portal.portal).all {
        let own = path(ofPage: redirect.old, of: index, in: portal.portal)
        switch redirect.target {
        case .page(let page, let suffix):
          let address = PercentEncoding.path(own.relativeURL(to: path(ofPage: page, of: index, in: portal.portal)))
          files[own] = files[own] ?? Self.html(address + suffix, isFollowed: true)
        // A repository that nobody vouches for sends no reader away by itself.
        case .address(let address): files[own] = files[own] ?? Self.html(address, isFollowed: docSite.isTrusted)
        }
      }
    }
    return Renderer(files: files)
  }

  private struct Renderer: PlannedPageRenderer {
    let files: [SitePath: [UInt8]]

    func view(of page: PlannedPage) -> PageView { PageView(title: page.title, main: files[page.path] ?? []) }
  }

  private func redirects(of docSite: Int, in portal: Portal) -> Redirects {
    let config = portal.docSites[docSite].config
    guard config.plugins.contains(where: { $0.name == "redirects" }) else { return Redirects(config, pages: []) }
    return Redirects(config, pages: Set(portal.pages.lazy.filter { $0.docSite == docSite }.map(\.docPath)))
  }

  private func path(ofPage page: String, of docSite: Int, in portal: Portal) -> SitePath {
    let docSite = portal.docSites[docSite]
    let path = DocFiles.sitePath(ofPage: page, useDirectoryURLs: docSite.config.useDirectoryURLs).path
    return SitePath(RelativePath.joining(docSite.base, path))
  }

  /// Without a script; search engines are told where the page is now.
  private static func html(_ address: String, isFollowed: Bool) -> [UInt8] {
    var html = HTMLBuffer()
    html.put("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    html.put("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">\n")
    html.put("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    html.put("<meta name=\"color-scheme\" content=\"light dark\">\n")
    html.put("<meta name=\"robots\" content=\"noindex\">\n<title>Moved</title>\n<link rel=\"canonical\" href=\"")
    html.putEscaped(address)
    if isFollowed {
      html.put("\">\n<meta http-equiv=\"refresh\" content=\"0; url=")
      html.putEscaped(address)
    }
    html.put("\">\n</head>\n<body>\n<main><h1>Moved</h1>\n<p>This page is now at <a href=\"")
    html.putEscaped(address)
    html.put("\" rel=\"noopener\">")
    html.putEscaped(address)
    html.put("</a>.</p></main>\n</body>\n</html>\n")
    return html.bytes
  }
}
