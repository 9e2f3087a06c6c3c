package import SiteTheme
package import TechDocsCatalog
import TechDocsMarkdown
package import TechDocsModel

/// One repository's documentation, from one `mkdocs.yml`.
package struct DocSite: Sendable {
  /// The entity whose docs these are; nil in a site of one repository without a workspace.
  package let ref: EntityRef?
  package let config: MkDocsConfig
  /// How it was read; nil where nothing is written.
  let reading: ConfigReading?
  let listing: DocsListing
  /// The folder of the built site that holds it, without slashes at the ends; empty for the root.
  package let base: String
  package let nav: SiteNav
  package let assets: [Asset]
  /// Whether its scripts and raw HTML may reach readers.
  package let isTrusted: Bool
  package let repository: Repository
  /// The files that stand before the theme's own, of a trusted source.
  package let themeFiles: [ThemeFile]
  /// Old addresses that lead on.
  let redirects: [Redirect]
  /// When its files were last changed; nil where nobody asks.
  package let history: SiteHistory?
  /// The title and description that a list of services shows.
  package var about: String { config.siteDescription ?? "" }
}

/// All that is known before a page is parsed; no HTML.
package struct Portal: Sendable {
  package let name: String
  /// With a trailing slash; nil when unknown.
  package let siteURL: String?
  package let docSites: [DocSite]
  /// Grouped by doc site, in the order of their paths.
  package let pages: [Page]
  /// Every entity that a catalog file of a repository declares.
  package let catalog: Catalog
  /// What the platform offers, and the services that use it.
  package let platform: LoadedPlatform
  /// Whether several doc sites share this site, under a home page of its own.
  package let isWorkspace: Bool
  /// Addresses by annotation, for links on the pages of entities.
  package var annotationLinks: [String: String] = [:]
  /// The icons that every page may show.
  var icons: IconSet?
  /// What draws diagrams and formulas.
  var helpers = DrawingHelpers()
  /// How the site is searched.
  var search = SearchConfig()
}
