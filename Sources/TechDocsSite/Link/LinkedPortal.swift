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

  /// Resolves every link; pages are shared out among the workers. What an `earlier` portal says of pages that did not
  /// change still holds where no address did.
  package init(
    _ portal: Portal, planned: [PlannedPage] = [], parsed: [ParsedMarkdown], earlier: LinkedPortal? = nil,
    concurrency: Concurrency
  ) {
    self.portal = portal
    self.parsed = parsed
    var addresses: Set<SitePath> = []
    self.planned = planned.filter { addresses.insert($0.path).inserted }
    let index = LinkIndex(
      portal, planned: self.planned, anchors: Self.anchors(parsed, earlier), earlier: earlier?.index)
    self.index = index
    let resolver = LinkResolver(portal: portal, index: index)
    let kept = earlier.flatMap { index.resolves(as: $0.index) ? $0 : nil }
    links = concurrency.map(Array(portal.pages.indices), chunk: 16, scratch: { () }) { page, _ in
      // Arrays that were never changed compare at once.
      if let kept, kept.parsed[page].links == parsed[page].links { return kept.links[page] }
      return parsed[page].links.map { resolver.resolve($0, on: page) }
    }
    titles = portal.pages.indices.map { page in
      PageTitle(
        portal.pages[page], headings: parsed[page].headings, nav: portal.docSites[portal.pages[page].docSite].nav
      )
      .title(of: page)
    }
  }

  /// By page index: its ids as a set.
  private static func anchors(_ parsed: [ParsedMarkdown], _ earlier: LinkedPortal?) -> [Set<String>] {
    parsed.enumerated().map { page, parsed in
      guard let earlier, page < earlier.parsed.count, earlier.parsed[page].anchors == parsed.anchors else {
        return Set(parsed.anchors)
      }
      return earlier.index.anchors(on: page)
    }
  }
}
