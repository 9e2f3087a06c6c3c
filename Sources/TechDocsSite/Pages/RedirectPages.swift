import TechDocsModel

/// A page at each old address that `redirects` names, which leads to the new one.
struct RedirectPages: PageKind {
  let name = "redirect"

  func planned(in portal: Portal) -> [PlannedPage] {
    portal.docSites.flatMap(\.redirects).map {
      PlannedPage(kind: name, path: $0.path, title: "Redirect", format: .file)
    }
  }

  func renderer(in portal: LinkedPortal, theme: Theme) throws -> any PlannedPageRenderer {
    let files = portal.portal.docSites.flatMap { docSite in
      docSite.redirects.map { ($0.path, Self.html($0)) }
    }
    return Renderer(files: Dictionary(files) { first, _ in first })
  }

  private struct Renderer: PlannedPageRenderer {
    let files: [SitePath: [UInt8]]

    func view(of page: PlannedPage) -> PageView { PageView(title: page.title, main: files[page.path] ?? []) }
  }

  private static func html(_ redirect: Redirect) -> [UInt8] {
    switch redirect.target {
    case .page(let page, let suffix):
      html(PercentEncoding.path(redirect.path.relativeURL(to: page)) + suffix)
    case .address(let address): html(address)
    }
  }

  /// Without a script; search engines are told where the page is now.
  private static func html(_ address: String) -> [UInt8] {
    var html = HTMLBuffer()
    html.put("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    html.put("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">\n")
    html.put("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    html.put("<meta name=\"color-scheme\" content=\"light dark\">\n")
    html.put("<meta name=\"robots\" content=\"noindex\">\n<title>Moved</title>\n<link rel=\"canonical\" href=\"")
    html.putEscaped(address)
    html.put("\">\n<meta http-equiv=\"refresh\" content=\"0; url=")
    html.putEscaped(address)
    html.put("\">\n</head>\n<body>\n<main><h1>Moved</h1>\n<p>This page is now at <a href=\"")
    html.putEscaped(address)
    html.put("\" rel=\"noopener\">")
    html.putEscaped(address)
    html.put("</a>.</p></main>\n</body>\n</html>\n")
    return html.bytes
  }
}
