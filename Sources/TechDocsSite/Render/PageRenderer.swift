import TechDocsMarkdown
import TechDocsModel

/// Puts one page together: its frame, its article with links filled in, its navigation.
struct PageRenderer: Sendable {
  let portal: LinkedPortal
  /// By doc site.
  let shells: [PageShell]
  let navs: [NavRenderer]
  /// By doc site: what the frame says, in its language.
  let words: [[String: String]]
  let facts: [PageFacts]
  let images: ImageFiles
  /// By page index: the percent-encoded address from its doc site's folder.
  let addresses: [String]

  init(_ portal: LinkedPortal, shells: [PageShell], words: [[String: String]]) {
    self.portal = portal
    self.shells = shells
    let addresses = portal.portal.pages.map { page in
      let base = portal.portal.docSites[page.docSite].base
      return PercentEncoding.path(RelativePath.tail(of: page.path.url, below: base) ?? "")
    }
    self.addresses = addresses
    navs = portal.portal.docSites.map {
      NavRenderer(
        nav: $0.nav, titles: portal.titles, addresses: addresses,
        features: NavFeatures($0, pages: portal.portal.pages))
    }
    self.words = words
    images = ImageFiles(portal.portal)
    facts = portal.portal.docSites.map { PageFacts($0, in: portal) }
  }

  /// Writes the page into `html`, which is cleared first.
  func render(_ index: Int, into html: inout HTMLBuffer) {
    html.clear()
    let page = portal.portal.pages[index]
    let parts = PageParts(
      portal: portal, page: index, addresses: addresses, words: words[page.docSite],
      facts: facts[page.docSite])
    for part in shells[page.docSite].parts {
      switch part {
      case .bytes(let bytes): html.put(bytes)
      case .slot(.nav): navs[page.docSite].render(page: index, root: parts.home, into: &html)
      case .slot(.tabs):
        let nav = navs[page.docSite]
        if nav.features.hasTabs {
          nav.renderTabs(page: index, root: parts.home, label: parts.words["sections"] ?? "", into: &html)
        }
      case .slot(.main): ArticleRenderer(portal: portal, page: index, images: images).render(into: &html)
      case .slot(let slot): parts.put(slot, into: &html)
      }
    }
  }
}
