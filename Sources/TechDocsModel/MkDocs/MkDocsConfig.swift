/// The settings of one doc site, from its `mkdocs.yml`. Names and defaults are MkDocs 1.6's.
package struct MkDocsConfig: Sendable {
  /// The file itself; nil for a folder without one.
  package var source: SourcePath?
  package var siteName = "Documentation"
  /// Where the site will be served, with a trailing slash; nil when unknown.
  package var siteURL: String?
  package var siteDescription: String?
  package var siteAuthor: String?
  package var copyright: String?
  package var repoURL: String?
  /// Given, or GitHub, GitLab, Bitbucket or the first label by the host of `repoURL`.
  package var repoName: String?
  /// Relative to `repoURL`, with a trailing slash; empty where edit links are not wanted.
  package var editURI: String?
  /// With `{path}` and `{path_noext}`.
  package var editURITemplate: String?
  /// Relative to the configuration file's folder.
  package var docsDir = "docs"
  package var docsDirRange: SourceRange?
  package var siteDir = "site"
  package var useDirectoryURLs = true
  package var strict = false
  /// The value of `nav`; nil when the navigation is to be made from files.
  package var nav: YAMLNode?
  package var excludeDocs = GlobPatterns("")
  package var draftDocs = GlobPatterns("")
  package var notInNav = GlobPatterns("")
  package var validation = LinkValidation()
  package var theme = ThemeSettings()
  /// Each name once, in the order of the file.
  package var plugins: [ExtensionSetting] = []
  package var markdownExtensions: [ExtensionSetting] = []
  /// Paths below `docs_dir`, or URLs.
  package var extraCSS: [String] = []
  package var extraJavaScript: [String] = []
  package var extra: YAMLNode?

  package init() {}
}
