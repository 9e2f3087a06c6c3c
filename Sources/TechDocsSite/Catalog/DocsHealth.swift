import TechDocsModel

/// What is wrong with the docs of one doc site, as its entity's page and the JSON files tell it.
struct DocsHealth: Sendable, Hashable {
  let pages: Int
  /// Links and images that lead nowhere, and anchors that are not there.
  let brokenLinks: Int
  /// Pages that the navigation does not name.
  let notInNav: Int
  /// The day of the last change of any page, as in `2026-03-14`; nil where no dates are asked for.
  let lastChanged: String?

  /// The health of every doc site of a portal, in one pass over its pages.
  static func all(in portal: LinkedPortal) -> [DocsHealth] {
    var pages = Array(repeating: 0, count: portal.portal.docSites.count), broken = pages, hidden = pages
    var days = Array(repeating: String?.none, count: pages.count)
    for (index, page) in portal.portal.pages.enumerated() {
      pages[page.docSite] += 1
      if portal.portal.docSites[page.docSite].nav.positions[index] == nil { hidden[page.docSite] += 1 }
      if let day = portal.portal.docSites[page.docSite].history?.change(of: page)?.day {
        days[page.docSite] = max(days[page.docSite] ?? "", day)
      }
      broken[page.docSite] += portal.links[index].count { link in
        switch link.outcome {
        case .missing, .unknownEntity: true
        case .page(let target, let anchor?): !portal.index.has(anchor: anchor, on: target)
        case .page, .file, .external: false
        }
      }
    }
    return pages.indices.map {
      DocsHealth(pages: pages[$0], brokenLinks: broken[$0], notInNav: hidden[$0], lastChanged: days[$0])
    }
  }
}
