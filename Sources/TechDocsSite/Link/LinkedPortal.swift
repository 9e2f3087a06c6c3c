package import TechDocsMarkdown
package import TechDocsModel

/// A portal whose pages are parsed and whose links are resolved: the last value that checks and renderers read.
package struct LinkedPortal: Sendable {
  package let portal: Portal
  /// By page index.
  package let parsed: [ParsedMarkdown]
  package let index: LinkIndex
  /// By page index: the page's links in the order of their holes.
  package let links: [[ResolvedLink]]
  /// By page index: the title that readers see.
  package let titles: [String]

  /// Resolves every link; pages are shared out among the workers.
  package init(_ portal: Portal, parsed: [ParsedMarkdown], concurrency: Concurrency) {
    self.portal = portal
    self.parsed = parsed
    let index = LinkIndex(portal, anchors: parsed.map(\.anchors))
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
