package import TechDocsMarkdown
import TechDocsModel

/// A portal whose pages are parsed and whose links are resolved: the last value that checks and renderers read.
package struct LinkedPortal: Sendable {
  package let portal: Portal
  /// Pages and files that come from no Markdown file; each address once.
  package let planned: [PlannedPage]
  /// By page index.
  package let parsed: [ParsedMarkdown]
  package let index: LinkIndex
  /// By page index: the page's links in the order of their holes.
  package let links: [[ResolvedLink]]
  /// By page index: the title that readers see.
  package let titles: [String]

  /// Resolves every link; pages are shared out among the workers.
  package init(_ portal: Portal, planned: [PlannedPage] = [], parsed: [ParsedMarkdown], concurrency: Concurrency) {
    self.portal = portal
    self.parsed = parsed
    var addresses: Set<SitePath> = []
    self.planned = planned.filter { addresses.insert($0.path).inserted }
    let index = LinkIndex(portal, planned: self.planned, anchors: parsed.map(\.anchors))
    self.index = index
    let resolver = LinkResolver(portal: portal, index: index)
    links = concurrency.map(Array(portal.pages.indices), chunk: 16, scratch: { () }) { page, _ in
      parsed[page].links.map { resolver.resolve($0, on: page) }
    }
    titles = portal.pages.indices.map { page in
      PageTitle(
        portal.pages[page], headings: parsed[page].headings, nav: portal.docSites[portal.pages[page].docSite].nav
      )
      .title(of: page)
    }
  }
}
