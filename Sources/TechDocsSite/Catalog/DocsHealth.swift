import TechDocsModel

/// What is wrong with the docs of one doc site, as its entity's page and the JSON files tell it.
struct DocsHealth: Sendable, Hashable {
  let pages: Int
  /// Links and images that lead nowhere, and anchors that are not there.
  let brokenLinks: Int
  /// Pages that the navigation does not name.
  let notInNav: Int

  /// The health of every doc site of a portal, in one pass over its pages.
  static func all(in portal: LinkedPortal) -> [DocsHealth] {
    var pages = Array(repeating: 0, count: portal.portal.docSites.count), broken = pages, hidden = pages
    for (index, page) in portal.portal.pages.enumerated() {
      pages[page.docSite] += 1
      if portal.portal.docSites[page.docSite].nav.positions[index] == nil { hidden[page.docSite] += 1 }
      broken[page.docSite] += portal.links[index].count { link in
        switch link.outcome {
        case .missing, .unknownEntity: true
        case .page(let target, let anchor?): !portal.index.has(anchor: anchor, on: target)
        case .page, .file, .external: false
        }
      }
    }
    return pages.indices.map { DocsHealth(pages: pages[$0], brokenLinks: broken[$0], notInNav: hidden[$0]) }
  }
}
