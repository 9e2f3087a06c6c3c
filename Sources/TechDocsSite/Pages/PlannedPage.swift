package import TechDocsCatalog
package import TechDocsModel

/// A page that will exist and comes from no Markdown file; its address is known before links are resolved.
package struct PlannedPage: Sendable, Hashable {
  package enum Format: Sendable, Hashable {
    /// Framed by the theme, listed in the sitemap.
    case page
    /// Written as it is: JSON, say.
    case file
  }

  /// The `name` of its `PageKind`.
  package let kind: String
  package let path: SitePath
  package let title: String
  package let format: Format
  /// The entity that links by name lead here for, unless it has docs of its own.
  package let entity: EntityRef?
  /// What its kind finds the content by; the kind's own affair.
  package let key: String

  package init(
    kind: String, path: SitePath, title: String, format: Format = .page, entity: EntityRef? = nil, key: String = ""
  ) {
    self.kind = kind
    self.path = path
    self.title = title
    self.format = format
    self.entity = entity
    self.key = key
  }
}
