import TechDocsMarkdown
package import TechDocsModel

/// Reports a picture without a text that stands in for it.
///
/// Source: WCAG 2.2, 1.1.1. An empty `alt` in raw HTML says that the picture is an ornament; Markdown has no way to say so.
package struct MissingAlt: Check {
  package let about = RuleAbout(
    "missing-alt", .warning, what: "A picture without a text that stands in for it",
    why: "Who cannot see the picture, searches for it or prints without it learns nothing.",
    mend:
      "Say in a few words what it shows, as in `![How a charge is paid](charge.svg)`; an ornament is `<img alt=\"\" …>`."
  )

  package init() {}

  package func diagnostics(in portal: LinkedPortal) -> [Diagnostic] {
    portal.links { $0.link.image?.hasText == false }.map { link in
      Diagnostic(
        about.severity, about.rule, at: portal.range(of: link), "Image '\(Self.name(link.link.target))' has no text",
        help: "say in a few words what it shows, as in `![A charge is paid](…)`")
    }
  }

  /// A picture that stands in the page as data has no name.
  private static func name(_ target: String) -> String { target.hasPrefix("data:") ? "data:…" : target }
}
