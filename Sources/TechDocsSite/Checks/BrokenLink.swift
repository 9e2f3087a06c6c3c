import TechDocsMarkdown
package import TechDocsModel

/// Reports a link to a page or file that is not there.
///
/// Source: MkDocs `validation.links.not_found`, which warns; here it is an error, because the reader lands nowhere.
package struct BrokenLink: Check {
  package let about = RuleAbout(
    "broken-link", .error, what: "A link to a page or file that is not there",
    why: "Readers who follow it land on an error page.",
    mend: "Name a file relative to the page's own folder, or `component:name/page.md` for another service.")

  package init() {}

  package func diagnostics(in portal: LinkedPortal) -> [Diagnostic] {
    let suggestions = PageSuggestions(portal)
    return portal.links { $0.outcome == .missing && $0.link.kind == .link }.enumerated().compactMap { number, link in
      guard let severity = portal.severity(of: link, \.linksNotFound, else: about.severity) else { return nil }
      return Diagnostic(
        severity, about.rule, at: portal.range(of: link), "'\(link.link.target)' leads to no page or file",
        help: suggestions.help(for: link, number: number))
    }
  }
}

/// Near misses for paths.
struct PageSuggestions {
  private let portal: LinkedPortal
  /// Looking through all paths for each of thousands of broken links would take minutes.
  private static let limit = 200

  init(_ portal: LinkedPortal) { self.portal = portal }

  /// What the author may have meant, as a path from the page's folder; nil when nothing is near.
  func help(for link: ResolvedLink, number: Int) -> String? {
    guard number < Self.limit, let wanted = link.wanted else { return nil }
    let page = portal.portal.pages[link.page]
    let paths = portal.index.docPaths(of: page.docSite)
    guard let near = NearMiss(of: wanted, among: paths).candidate ?? sameName(as: wanted, among: paths) else {
      return nil
    }
    let from = SitePath(page.docPath), suffix = LinkTarget(link.link.target).suffix
    return "did you mean '\(from.relativeURL(to: SitePath(near)))\(suffix)'?"
  }

  /// The only file of that name in another folder.
  private func sameName(as wanted: String, among paths: some Sequence<String>) -> String? {
    guard let name = wanted.split(separator: "/").last else { return nil }
    let found = paths.filter { $0.split(separator: "/").last == name }
    return found.count == 1 ? found.first : nil
  }
}
