import TechDocsCatalog
import TechDocsMarkdown
import TechDocsModel
package import TechDocsSearch

/// Pages for the search index that share their facets: what a `PageKind` hands over.
package struct SearchPages: Sendable {
  package let source: SearchSource
  /// In an order that depends on nothing but the portal.
  package let records: [SearchRecord]

  package init(source: SearchSource, records: [SearchRecord]) {
    self.source = source
    self.records = records
  }
}

/// What search knows of a portal's pages, taken from what parsing left; no HTML is read.
struct SearchRecords: Sendable {
  let portal: LinkedPortal

  /// The facets of a doc site: those of the entity whose docs they are.
  func source(of docSite: DocSite) -> SearchSource {
    let entity = docSite.ref.flatMap { portal.portal.catalog[$0] }
    return SearchSource(
      name: docSite.ref?.name ?? "", title: docSite.config.siteName,
      owner: entity?.owner?.name, kind: entity?.type ?? docSite.ref?.kind, lifecycle: entity?.lifecycle)
  }

  /// By doc site: a name for its source. Two services of one name in different namespaces need more than that.
  var sourceNames: [String] {
    let names = portal.portal.docSites.map { $0.ref?.name ?? "" }
    let uses = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
    return zip(names, portal.portal.docSites).map { name, docSite in
      uses[name] == 1 ? name : docSite.ref.map { $0.path } ?? docSite.base
    }
  }

  /// The indices of each doc site's pages that may be found, in the order of the portal.
  var pages: [[Int]] { Self.pages(of: portal.portal) }

  static func pages(of portal: Portal) -> [[Int]] {
    var pages = [[Int]](repeating: [], count: portal.docSites.count)
    for (index, page) in portal.pages.enumerated() where !isExcluded(page) { pages[page.docSite].append(index) }
    return pages
  }

  /// `search: {exclude: true}` in the front matter, as Material has it.
  private static func isExcluded(_ page: Page) -> Bool { page.frontMatter?["search"]?["exclude"]?.bool ?? false }

  func record(of index: Int) -> SearchRecord {
    let page = portal.portal.pages[index], parsed = portal.parsed[index]
    let docSite = portal.portal.docSites[page.docSite]
    var record = SearchRecord(
      url: PercentEncoding.path(page.path.url), title: portal.titles[index],
      breadcrumbs: docSite.nav.sections(above: index).map(\.title),
      sections: parsed.sections.enumerated().map { number, section in
        SearchRecord.Section(
          anchor: number == 0 ? "" : section.anchor, heading: section.heading, text: parsed.text[section.text])
      })
    record.tags = page.frontMatter?["tags"]?.sequence?.compactMap(\.string) ?? []
    if let boost = page.frontMatter?["search"]?["boost"]?.string.flatMap(Double.init), boost > 0 {
      record.boost = min(boost, 15)
    }
    return record
  }
}
