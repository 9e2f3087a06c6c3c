import TechDocsMarkdown
import TechDocsModel

/// Puts one page together: its frame, its article with links filled in, its navigation.
struct PageRenderer: Sendable {
  let portal: LinkedPortal
  /// By doc site.
  let shells: [PageShell]
  let navs: [NavRenderer]
  /// By page index: the percent-encoded address from the site's root.
  let addresses: [String]

  init(_ portal: LinkedPortal, shells: [PageShell]) {
    self.portal = portal
    self.shells = shells
    let addresses = portal.portal.pages.map { PercentEncoding.path($0.path.url) }
    self.addresses = addresses
    navs = portal.portal.docSites.map { NavRenderer(nav: $0.nav, titles: portal.titles, addresses: addresses) }
  }

  /// Writes the page into `html`, which is cleared first.
  func render(_ index: Int, into html: inout HTMLBuffer) {
    html.clear()
    let page = portal.portal.pages[index]
    let parts = PageParts(portal: portal, page: index, addresses: addresses)
    for part in shells[page.docSite].parts {
      switch part {
      case .bytes(let bytes): html.put(bytes)
      case .slot(.nav): navs[page.docSite].render(page: index, root: parts.root, into: &html)
      case .slot(.main): ArticleRenderer(portal: portal, page: index).render(into: &html)
      case .slot(let slot): parts.put(slot, into: &html)
      }
    }
  }
}
