import TechDocsCatalog
import TechDocsModel

extension EntityPageWriter {
  /// The docs: where to start, the pages that people look for in a hurry, and how the docs are.
  mutating func putDocs() {
    guard let docs = view.docs[entity.ref] else { return }
    html.heading(2, "Start here", id: "docs")
    html.raw("<ul>\n")
    if let page = docs.page { putDoc(page) }
    for page in wanted(docs.docSite) where page != docs.page { putDoc(page) }
    html.raw("</ul>\n")
    let health = view.health[docs.docSite]
    html.raw("<p class=\"td-health\"><small>")
    html.text(health.pages == 1 ? "1 page" : "\(health.pages) pages")
    if docs.isShared, let ref = view.portal.portal.docSites[docs.docSite].ref {
      html.raw(", in the docs of ")
      html.entity(ref)
    }
    html.text(" · broken links: \(health.brokenLinks) · pages not in the navigation: \(health.notInNav)")
    putChanges(health)
    if entity.owner == nil { html.raw(" · no owner") }
    if entity.description?.isEmpty != false { html.raw(" · no description") }
    html.raw("</small></p>\n")
  }

  /// When the docs were last changed, and whether the code went on without them.
  private mutating func putChanges(_ health: DocsHealth) {
    guard let change = health.lastChange else { return }
    html.text(" · last changed \(change.day)")
    guard let days = health.daysBehindCode, let code = health.codeChange else { return }
    html.text(", \(days == 1 ? "1 day" : "\(days) days") before the code (\(code.day))")
  }

  private mutating func putDoc(_ page: Int) {
    html.raw("<li>")
    html.link(view.address(ofPage: page), view.portal.titles[page])
    html.raw("</li>\n")
  }

  /// Names of pages that people look for in a hurry, in that order.
  private static let wantedWords = [
    ["runbook"], ["incident"], ["operation", "on-call", "oncall"], ["getting-started", "quickstart"], ["architecture"],
    ["adr", "decision"], ["changelog", "release-notes"],
  ]

  /// The first page of each kind that people look for.
  private func wanted(_ docSite: Int) -> [Int] {
    let pages = view.portal.portal.docSites[docSite].nav.pages.map { page in
      (page, "\(view.portal.portal.pages[page].docPath)\n\(view.portal.titles[page])".lowercased())
    }
    var found: [Int] = []
    for words in Self.wantedWords {
      let page = pages.first { page, names in !found.contains(page) && words.contains { names.contains($0) } }
      if let page { found.append(page.0) }
    }
    return found
  }

  /// Pages of other doc sites that link here.
  mutating func putBacklinks() {
    guard let pages = view.backlinks[entity.ref], !pages.isEmpty else { return }
    html.heading(2, "Referenced by", id: "referenced-by", count: pages.count)
    html.raw("<ul>\n")
    for page in pages.prefix(100) {
      html.raw("<li>")
      html.link(view.address(ofPage: page), view.portal.titles[page])
      html.raw(" <small>")
      html.text(view.portal.portal.docSites[view.portal.portal.pages[page].docSite].config.siteName)
      html.raw("</small></li>\n")
    }
    if pages.count > 100 { html.raw("<li>…</li>\n") }
    html.raw("</ul>\n")
  }
}
