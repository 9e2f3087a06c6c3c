import TechDocsMarkdown
import TechDocsModel

/// Puts the theme's frame around a generated page.
struct PlannedPageFrame: Sendable {
  let shell: PageShell
  /// The portal's name, which ends each document title.
  let siteName: String
  /// With a trailing slash; nil when unknown.
  let siteURL: String?
  let search: SearchAssets

  /// Writes the page at `path` into `html`, which is cleared first. `root` replaces the relative way to the site's root.
  func render(_ view: PageView, at path: SitePath, root: String? = nil, into html: inout HTMLBuffer) {
    html.clear()
    for part in shell.parts {
      switch part {
      case .bytes(let bytes): html.put(bytes)
      case .slot(let slot): put(slot, view, path, root ?? PageParts.root(of: path), into: &html)
      }
    }
  }

  private func put(
    _ slot: PageShell.Slot, _ view: PageView, _ path: SitePath, _ root: String, into html: inout HTMLBuffer
  ) {
    switch slot {
    case .title: html.putEscaped(view.title == siteName ? siteName : "\(view.title) - \(siteName)")
    case .root: html.putEscaped(root)
    case .main: putMain(view, into: &html)
    case .pageMeta: html.put(view.meta)
    case .toc: TableOfContents(view.headings).render(into: &html)
    case .breadcrumbs: putBreadcrumbs(view.breadcrumbs, at: path, into: &html)
    case .head: putHead(view, path, into: &html)
    case .bodyAttributes: html.put("class=\"td-plain\"")
    case .rootClasses: if !TableOfContents(view.headings).isEmpty { html.put(TableOfContents.rootClass) }
    case .tabs, .nav, .pagination, .editLink: break
    }
  }

  private func putMain(_ view: PageView, into html: inout HTMLBuffer) {
    guard let navigation = view.navigation else { return html.put(view.main) }
    html.put("<nav aria-label=\"")
    html.putEscaped(navigation)
    html.put("\">\n")
    html.put(view.main)
    html.put("</nav>\n")
  }

  private func putBreadcrumbs(_ crumbs: [PageView.Crumb], at path: SitePath, into html: inout HTMLBuffer) {
    guard !crumbs.isEmpty else { return }
    html.put("<ol class=\"md-path__list\">")
    for crumb in crumbs {
      html.put("<li class=\"md-path__item\">")
      if let target = crumb.path {
        html.put("<a href=\"")
        html.putEscaped(PercentEncoding.path(path.relativeURL(to: target)))
        html.put("\">")
      }
      html.putEscaped(crumb.title)
      html.put(crumb.path == nil ? "</li>" : "</a></li>")
    }
    html.put("</ol>")
  }

  private func putHead(_ view: PageView, _ path: SitePath, into html: inout HTMLBuffer) {
    if let description = view.description {
      html.put("<meta name=\"description\" content=\"")
      html.putEscaped(description)
      html.put("\">\n")
    }
    if view.isSearch { putSearch(path, into: &html) }
    guard let siteURL, path != SpecialPages.notFoundPath else { return }
    html.put("<link rel=\"canonical\" href=\"")
    html.putEscaped(siteURL + PercentEncoding.path(path.url))
    html.put("\">\n")
  }

  /// What the search page is going to need anyway, asked for along with the page's own files and not after them.
  private func putSearch(_ path: SitePath, into html: inout HTMLBuffer) {
    for (kind, file) in [("modulepreload", search.script), ("preload\" as=\"style", search.stylesheet)] {
      html.put("<link rel=\"\(kind)\" href=\"")
      html.putEscaped(PercentEncoding.path(path.relativeURL(to: file)))
      html.put("\">\n")
    }
  }
}
