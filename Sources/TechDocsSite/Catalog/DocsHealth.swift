import TechDocsModel

/// What is wrong with the docs of one doc site, as its entity's page and the JSON files tell it.
struct DocsHealth: Sendable, Hashable {
  let pages: Int
  /// Links and images that lead nowhere, and anchors that are not there.
  let brokenLinks: Int
  /// Pages that the navigation does not name.
  let notInNav: Int

  init(of docSite: Int, in portal: LinkedPortal) {
    var pages = 0, broken = 0, hidden = 0
    let nav = portal.portal.docSites[docSite].nav
    for (index, page) in portal.portal.pages.enumerated() where page.docSite == docSite {
      pages += 1
      if nav.positions[index] == nil { hidden += 1 }
      broken += portal.links[index].count { link in
        switch link.outcome {
        case .missing, .unknownEntity: true
        case .page(let target, let anchor?): !portal.index.has(anchor: anchor, on: target)
        case .page, .file, .external: false
        }
      }
    }
    (self.pages, brokenLinks, notInNav) = (pages, broken, hidden)
  }
}
