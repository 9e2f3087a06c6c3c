import TechDocsMarkdown
import TechDocsModel

/// The small parts of a page that differ from those of its neighbours.
struct PageParts {
  let portal: LinkedPortal
  let page: Int
  /// By page index: the percent-encoded address from its doc site's folder.
  let addresses: [String]
  /// What the frame says, in the doc site's language.
  let words: [String: String]
  /// The way from the page to the site's root, as in `../../`; `./` on the home page.
  let root: String
  /// The way from the page to its doc site's folder.
  let home: String

  init(portal: LinkedPortal, page: Int, addresses: [String], words: [String: String]) {
    self.portal = portal
    self.page = page
    self.addresses = addresses
    self.words = words
    let path = portal.portal.pages[page].path
    root = Self.root(of: path)
    let base = portal.portal.docSites[portal.portal.pages[page].docSite].base
    home = Self.root(of: SitePath(RelativePath.tail(of: path.path, below: base) ?? path.path))
  }

  static func root(of path: SitePath) -> String {
    let depth = path.path.utf8.lazy.filter { $0 == UInt8(ascii: "/") }.count
    return depth == 0 ? "./" : String(repeating: "../", count: depth)
  }

  private var docSite: DocSite { portal.portal.docSites[portal.portal.pages[page].docSite] }

  func put(_ slot: PageShell.Slot, into html: inout HTMLBuffer) {
    switch slot {
    case .title: html.putEscaped(documentTitle)
    case .root: html.put(root)
    case .toc: TableOfContents(portal.parsed[page].headings).render(into: &html)
    case .tocBar: putTableOfContentsBar(into: &html)
    case .breadcrumbs: putBreadcrumbs(into: &html)
    case .pagination: PaginationRenderer(parts: self, nav: docSite.nav).render(into: &html)
    case .editLink: putEditLink(into: &html)
    case .head: putHead(into: &html)
    case .pageMeta, .bodyAttributes, .nav, .main: break
    }
  }

  /// `page - site`, as MkDocs' themes have it.
  private var documentTitle: String {
    let title = portal.titles[page], site = docSite.config.siteName
    return portal.portal.pages[page].isHome || title == site ? site : "\(title) - \(site)"
  }

  private func putTableOfContentsBar(into html: inout HTMLBuffer) {
    let contents = TableOfContents(portal.parsed[page].headings)
    guard !contents.isEmpty else { return }
    contents.render(isMain: false, into: &html)
  }

  private func putBreadcrumbs(into html: inout HTMLBuffer) {
    let sections = docSite.nav.sections(above: page)
    guard !sections.isEmpty else { return }
    html.put("<ol class=\"md-path__list\">")
    for section in sections {
      html.put("<li class=\"md-path__item\">")
      html.putEscaped(section)
      html.put("</li>")
    }
    html.put("</ol>")
  }

  private func putEditLink(into html: inout HTMLBuffer) {
    guard let url = EditLink(docSite.config).url(of: portal.portal.pages[page]) else { return }
    html.put("<a href=\"")
    html.putEscaped(url)
    html.put(
      "\" title=\"Edit this page\" class=\"md-content__button md-icon\" rel=\"edit\"><span>")
    html.putEscaped(words["edit"] ?? "Edit this page")
    html.put("</span></a>")
  }

  private func putHead(into html: inout HTMLBuffer) {
    let fields = portal.portal.pages[page].frontMatter
    if let description = fields?["description"]?.string ?? docSite.config.siteDescription {
      html.put("<meta name=\"description\" content=\"")
      html.putEscaped(description)
      html.put("\">\n")
    }
    if let author = docSite.config.siteAuthor {
      html.put("<meta name=\"author\" content=\"")
      html.putEscaped(author)
      html.put("\">\n")
    }
    guard let base = portal.portal.siteURL else { return }
    html.put("<link rel=\"canonical\" href=\"")
    html.putEscaped(base + PercentEncoding.path(portal.portal.pages[page].path.url))
    html.put("\">\n")
  }
}
