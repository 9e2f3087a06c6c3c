import TechDocsCatalog
import TechDocsModel

/// Where the pages of the catalog stand. The shapes are Backstage's where it has such a page.
enum CatalogPaths {
  static let index = SitePath("catalog/index.html")
  static let tags = SitePath("tags/index.html")
  static let unowned = SitePath("catalog/unowned/index.html")
  static let deprecated = SitePath("catalog/deprecated/index.html")

  static let docs = SitePath("catalog/docs/index.html")

  /// The page of an entity whose name can stand in an address.
  static func entity(_ ref: EntityRef) -> SitePath { SitePath("catalog/\(ref.path)/index.html") }

  /// The list of one kind; longer lists go on at the pages 2, 3 …
  static func kind(_ kind: String, page: Int = 1) -> SitePath {
    SitePath("catalog/kinds/\(kind)/\(page == 1 ? "" : "\(page)/")index.html")
  }

  static func lifecycle(_ name: String) -> SitePath { SitePath("catalog/lifecycles/\(slug(name))/index.html") }

  static func tag(_ tag: String) -> SitePath { SitePath("tags/\(slug(tag))/index.html") }

  /// A tag as it is; any other text as letters, digits and dashes, so that it can never name another folder.
  static func slug(_ name: String) -> String {
    let lower = name.lowercased()
    return NameRule.isTag(lower) ? lower : AddressSlug.slug(of: name)
  }
}
