package import TechDocsCatalog
package import TechDocsMarkdown
package import TechDocsModel

/// A link of a page, and where it leads.
package struct ResolvedLink: Sendable {
  package enum Outcome: Sendable, Hashable {
    /// Another host, a mail address: not ours to check.
    case external
    /// The index of a page in the portal, and the anchor that the link names.
    case page(Int, anchor: String?)
    case file(SitePath)
    /// Nothing is there.
    case missing
    /// No entity of that name has docs here.
    case unknownEntity(EntityRef)
  }

  /// The index of the page that holds the link.
  package let page: Int
  package let link: LinkHole
  package let outcome: Outcome
  /// The path as resolved from the page's folder in its `docs_dir`, for near misses; nil when it climbs out.
  package let wanted: String?
}
