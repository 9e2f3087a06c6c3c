import Mustache
import TechDocsMarkdown
import TechDocsModel

/// Renders pages in the frame that a Backstage's Reader takes apart.
struct BackstagePages: Sendable {
  private let portal: LinkedPortal
  /// By doc site.
  private let shells: [PageShell]
  private let words: [[String: String]]
  private let facts: [PageFacts]
  private let images: ImageFiles
  private let navs: [BackstageNav]
  /// By page index: the percent-encoded address from its doc site's folder.
  private let addresses: [String]

  init(_ portal: LinkedPortal, theme: Theme, stylesheet: String) throws {
    self.portal = portal
    let values = ShellValues(portal: portal.portal), looks = DocSiteLooks(portal.portal, theme: theme)
    let template = try theme.template("backstage")
    shells = zip(portal.portal.docSites, looks.docSites).map { docSite, look in
      var read = values.values(for: docSite, look: look)
      read["stylesheet"] = stylesheet
      return PageShell(template: template, values: read)
    }
    words = looks.docSites.map(\.words)
    images = ImageFiles(portal.portal)
    facts = portal.portal.docSites.map { PageFacts($0, in: portal) }
    let addresses = portal.portal.pages.map { page in
      let base = portal.portal.docSites[page.docSite].base
      return PercentEncoding.path(RelativePath.tail(of: page.path.url, below: base) ?? "")
    }
    self.addresses = addresses
    navs = portal.portal.docSites.map { BackstageNav(nav: $0.nav, titles: portal.titles, addresses: addresses) }
  }

  /// Writes the page into `html`, which is cleared first.
  func render(_ index: Int, into html: inout HTMLBuffer) {
    html.clear()
    let docSite = portal.portal.pages[index].docSite
    let parts = PageParts(
      portal: portal, page: index, addresses: addresses, words: words[docSite], facts: facts[docSite])
    for part in shells[docSite].parts {
      switch part {
      case .bytes(let bytes): html.put(bytes)
      case .slot(.nav): navs[docSite].render(page: index, root: parts.home, into: &html)
      case .slot(.main): ArticleRenderer(portal: portal, page: index, images: images).render(into: &html)
      // Each entity's docs stand alone: their root is the folder of the doc site.
      case .slot(.root): html.put(parts.home)
      case .slot(.editLink): putEditLink(parts.editURL, into: &html)
      case .slot(.toc): putContents(index, words[docSite], into: &html)
      case .slot(.title), .slot(.pagination): if case .slot(let slot) = part { parts.put(slot, into: &html) }
      case .slot: break
      }
    }
  }

  /// The Reader looks for this title in English, whatever the docs' language.
  private func putEditLink(_ url: String?, into html: inout HTMLBuffer) {
    guard let url else { return }
    html.put("<a title=\"Edit this page\" class=\"md-content__button md-icon\" href=\"")
    html.putEscaped(url)
    html.put("\"><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\"><path d=\"")
    html.put("M4 20l1-5L16 4l4 4L9 19Z\"/></svg></a>\n")
  }

  private func putContents(_ index: Int, _ words: [String: String], into html: inout HTMLBuffer) {
    let contents = TableOfContents(portal.parsed[index].headings)
    guard !contents.isEmpty else { return }
    html.put("<label class=\"md-nav__title\" for=\"__toc\">")
    html.putEscaped(words["tableOfContents"] ?? "Table of contents")
    html.put("</label>\n")
    contents.render(into: &html)
  }
}
