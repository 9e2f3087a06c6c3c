package import TechDocsMarkdown
package import TechDocsModel

/// One folder of sources: a checkout, or the only folder of a build.
package struct Repository: Sendable {
  /// The path from the workspace's folder; empty for the only repository of a build.
  package let name: String
  package let tree: any FileTree
  /// Whether its scripts and raw HTML may reach readers (`trust: full`).
  package let isTrusted: Bool
  /// What stands in for an entity's name where no catalog file gives one: `name` of the source, or its folder's.
  let folderName: String

  package init(name: String, tree: any FileTree, isTrusted: Bool = false, title: String? = nil) {
    self.name = name
    self.tree = tree
    self.isTrusted = isTrusted
    folderName = title ?? name.split(separator: "/").last.map(String.init) ?? name
  }
}

/// What is on disk: the settings of a build, and its repositories.
package struct Workspace: Sendable {
  package let name: String
  package let siteURL: String?
  package let repositories: [Repository]
  /// Whether repositories share one site; false for a single `mkdocs.yml`, which is laid out as MkDocs would.
  package let isPortal: Bool
  /// The configuration file of a single repository where one was named (`-f`).
  package let configFile: String?
  /// The only catalog file to read where one was named.
  package let catalogFile: String?
  /// The icons that every repository's pages may show; nil where none are configured.
  package var icons: IconSet?
  /// What draws diagrams and formulas.
  package var helpers = DrawingHelpers()
  /// Where platform definitions and services lie.
  package let platform: PlatformConfig
  /// Where `techdocs.yml` asks that all pages show when they were last changed; nil where it does not.
  package var pageDates: SourceRange?
  /// Addresses by annotation, for links on the pages of entities.
  package var annotationLinks: [String: String] = [:]
  /// What a Backstage asks of every doc site; nil for a site of our own.
  package var backstage: BackstageDemands?
  /// How the site is searched.
  package var search = SearchConfig()

  package init(
    name: String, siteURL: String? = nil, repositories: [Repository], isPortal: Bool, configFile: String? = nil,
    catalogFile: String? = nil, platform: PlatformConfig = PlatformConfig()
  ) {
    self.name = name
    self.siteURL = siteURL
    self.repositories = repositories
    self.isPortal = isPortal
    self.configFile = configFile
    self.catalogFile = catalogFile
    self.platform = platform
  }
}
