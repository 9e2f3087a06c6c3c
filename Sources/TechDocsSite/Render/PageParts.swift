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
  let facts: PageFacts
  /// Where the page's source can be edited; nil where that is not known.
  let editURL: String?

  init(portal: LinkedPortal, page: Int, addresses: [String], words: [String: String], facts: PageFacts) {
    self.portal = portal
    self.page = page
    self.addresses = addresses
    self.words = words
    self.facts = facts
    let path = portal.portal.pages[page].path
    root = Self.root(of: path)
    let base = portal.portal.docSites[portal.portal.pages[page].docSite].base
    home = Self.root(of: SitePath(RelativePath.tail(of: path.path, below: base) ?? path.path))
    editURL = EditLink(portal.portal.docSites[portal.portal.pages[page].docSite].config).url(
      of: portal.portal.pages[page])
  }

  static func root(of path: SitePath) -> String {
    let depth = path.path.utf8.lazy.filter { $0 == UInt8(ascii: "/") }.count
    return depth == 0 ? "./" : String(repeating: "../", count: depth)
  }

  var docSite: DocSite { portal.portal.docSites[portal.portal.pages[page].docSite] }

  func put(_ slot: PageShell.Slot, into html: inout HTMLBuffer) {
    switch slot {
    case .title: html.putEscaped(documentTitle)
    case .root: html.put(root)
    case .toc: putContents(into: &html)
    case .breadcrumbs: putBreadcrumbs(into: &html)
    case .pagination: PaginationRenderer(parts: self, nav: docSite.nav).render(into: &html)
    case .editLink: putEditLink(into: &html)
    case .head: putHead(into: &html)
    case .pageMeta: putMeta(into: &html)
    case .bodyAttributes: putHidden(into: &html)
    case .rootClasses: if hasContents { html.put(TableOfContents.rootClass) }
    case .tabs, .nav, .main: break
    }
  }

  /// `page - site`, as MkDocs' themes have it, and in a workspace its name after that.
  private var documentTitle: String {
    let title = portal.titles[page], site = docSite.config.siteName
    let own = portal.portal.pages[page].isHome || title == site ? site : "\(title) - \(site)"
    return portal.portal.isWorkspace ? "\(own) - \(portal.portal.name)" : own
  }

  private var hasContents: Bool {
    !hidden.contains("toc") && !TableOfContents(portal.parsed[page].headings).isEmpty
  }

  private func putContents(into html: inout HTMLBuffer) {
    let contents = TableOfContents(portal.parsed[page].headings, limit: TableOfContents.foldLimit)
    contents.render(into: &html)
    contents.renderUnfolding(label: words["allHeadings"] ?? "All headings", into: &html)
  }

  /// Source: Material's `hide` of the front matter; the style sheet does the hiding.
  private var hidden: [String] {
    (portal.portal.pages[page].frontMatter?["hide"]?.sequence ?? []).compactMap(\.string).filter(Self.hideable.contains)
  }

  private func putHidden(into html: inout HTMLBuffer) {
    let hidden = hidden
    guard !hidden.isEmpty else { return }
    html.put("data-md-hide=\"")
    for (index, part) in hidden.enumerated() {
      html.put(index == 0 ? "" : " ")
      html.putEscaped(part)
    }
    html.put("\"")
  }

  private static let hideable: Set<String> = ["navigation", "toc", "path", "footer"]

  private func putBreadcrumbs(into html: inout HTMLBuffer) {
    let sections = docSite.nav.sections(above: page)
    guard !sections.isEmpty else { return }
    html.put("<ol class=\"md-path__list\">")
    for (title, first) in sections {
      html.put("<li class=\"md-path__item\">")
      if let first, first != page {
        html.put("<a href=\"")
        html.putEscaped(home + addresses[first])
        html.put("\">")
        html.putEscaped(title)
        html.put("</a></li>")
      } else {
        html.putEscaped(title)
        html.put("</li>")
      }
    }
    html.put("</ol>")
  }

  private func putEditLink(into html: inout HTMLBuffer) {
    guard let url = editURL else { return }
    html.put("<a href=\"")
    html.putEscaped(url)
    html.put("\" title=\"")
    html.putEscaped(words["edit"] ?? "Edit this page")
    html.put("\" class=\"md-content__button md-icon\" rel=\"edit\">")
    html.put(Self.pencil)
    html.put("<span class=\"td-said\">")
    html.putEscaped(words["edit"] ?? "Edit this page")
    html.put("</span></a>")
  }

  private static let pencil =
    "<svg class=\"td-icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"M4 20l1-5L16 4l4 4L9 19z\"/></svg>"
}
