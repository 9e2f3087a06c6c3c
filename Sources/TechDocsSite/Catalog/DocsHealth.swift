import TechDocsCatalog
import TechDocsModel

/// What is wrong with the docs of one doc site, as its entity's page and the JSON files tell it.
struct DocsHealth: Sendable, Hashable {
  let pages: Int
  /// Links and images that lead nowhere, and anchors that are not there.
  let brokenLinks: Int
  /// Pages that the navigation does not name.
  let notInNav: Int
  /// The last change of any page; nil where no dates are asked for.
  let lastChange: RepositoryHistory.Change?
  /// The last change of the code that the docs tell of; nil where no dates are asked for.
  let codeChange: RepositoryHistory.Change?

  /// Whole days from the last change of the docs to that of the code; nil unless the docs are the older.
  var daysBehindCode: Int? {
    guard let docs = lastChange, let code = codeChange, code.time / 86_400 > docs.time / 86_400 else { return nil }
    return code.time / 86_400 - docs.time / 86_400
  }

  /// The health of every doc site of a portal, in one pass over its pages.
  static func all(in portal: LinkedPortal) -> [DocsHealth] {
    var pages = Array(repeating: 0, count: portal.portal.docSites.count), broken = pages, hidden = pages
    var changes = Array(repeating: RepositoryHistory.Change?.none, count: pages.count)
    for (index, page) in portal.portal.pages.enumerated() {
      pages[page.docSite] += 1
      if portal.portal.docSites[page.docSite].nav.positions[index] == nil { hidden[page.docSite] += 1 }
      if let change = portal.portal.docSites[page.docSite].history?.change(of: page),
        change.time > changes[page.docSite]?.time ?? Int.min
      {
        changes[page.docSite] = change
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
      DocsHealth(
        pages: pages[$0], brokenLinks: broken[$0], notInNav: hidden[$0], lastChange: changes[$0],
        codeChange: portal.portal.docSites[$0].history?.codeChange)
    }
  }

  /// Days that docs may be older than the code before somebody should look: a quarter.
  private static let patience = 90

  /// Whether somebody should look.
  var isToBeMended: Bool { brokenLinks > 0 || notInNav > 0 || daysBehindCode ?? 0 > Self.patience }

  /// What readers feel first comes first: links that lead nowhere, pages nobody finds, docs that are behind.
  var urgency: (Int, Int, Int) { (brokenLinks, notInNav, daysBehindCode ?? 0) }
}

extension CatalogView {
  /// How the docs of every entity are that has its own, the worst first.
  var docsByHealth: [(ref: EntityRef, health: DocsHealth)] {
    catalog.entities.compactMap { entity in
      guard let docs = docs[entity.ref], !docs.isShared else { return nil }
      return (entity.ref, health[docs.docSite])
    }.sorted { one, other in
      one.health.urgency == other.health.urgency ? one.ref < other.ref : one.health.urgency > other.health.urgency
    }
  }

  /// How many of them somebody should look at.
  var docsToMend: Int { docsByHealth.count { $0.health.isToBeMended } }
}
