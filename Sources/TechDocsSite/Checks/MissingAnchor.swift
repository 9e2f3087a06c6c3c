import TechDocsMarkdown
package import TechDocsModel

/// Reports a link whose page exists but whose `#anchor` does not.
///
/// Anchors are heading ids, ids from `{#id}`, and ids in raw HTML. A link that names no page is `broken-link`'s affair.
///
/// Source: MkDocs `validation.anchors`, which only informs by default; here it is an error, because the reader lands
/// in the wrong place.
package struct MissingAnchor: Check {
  package let about = RuleAbout(
    "missing-anchor", .error, what: "A link to a heading that the page does not have",
    why: "Readers land at the top of the page instead of at the place they were promised.",
    mend: "Use the anchor that the heading has now, or give the heading an id that stays: `## Title {#id}`.")

  package init() {}

  package func diagnostics(in portal: LinkedPortal) -> [Diagnostic] {
    portal.links { isMissing($0, in: portal) }.enumerated().compactMap { number, link in
      guard case .page(let target, let anchor?) = link.outcome,
        let severity = portal.severity(of: link, \.linksAnchors, else: about.severity)
      else { return nil }
      let anchors = number < 200 ? portal.index.anchors(on: target) : []
      let near = NearMiss(of: anchor, among: anchors).candidate
      let name = target == link.page ? "This page" : "'\(portal.portal.pages[target].docPath)'"
      return Diagnostic(
        severity, about.rule, at: portal.range(of: link), "\(name) has no heading '#\(anchor)'",
        help: near.map { "did you mean '#\($0)'?" })
    }
  }

  private func isMissing(_ link: ResolvedLink, in portal: LinkedPortal) -> Bool {
    guard case .page(let target, let anchor?) = link.outcome else { return false }
    return !portal.index.has(anchor: anchor, on: target)
  }
}
