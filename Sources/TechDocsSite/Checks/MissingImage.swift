import TechDocsMarkdown
package import TechDocsModel

/// Reports an image, video or sound that is not there.
package struct MissingImage: Check {
  package let about = RuleAbout(
    "missing-image", .warning, what: "An image, video or sound that is not there",
    why: "Readers see a broken picture where the explanation should be; only its text is left.",
    mend: "Name a file below 'docs_dir' relative to the page's own folder.")

  package init() {}

  package func diagnostics(in portal: LinkedPortal) -> [Diagnostic] {
    let suggestions = PageSuggestions(portal)
    return portal.links { $0.outcome == .missing && $0.link.kind == .image }.enumerated().compactMap { number, link in
      guard let severity = portal.severity(of: link, \.linksNotFound, else: about.severity) else { return nil }
      return Diagnostic(
        severity, about.rule, at: portal.range(of: link), "Image '\(link.link.target)' is not there",
        help: suggestions.help(for: link, number: number))
    }
  }
}
