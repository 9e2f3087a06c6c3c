/// The settings of a workspace, from its `techdocs.yml`: which repositories make up the site, and how it is checked.
package struct WorkspaceConfig: Sendable, Hashable {
  /// Whether what a repository holds may reach the reader's browser as it is.
  package enum Trust: String, Sendable, Hashable, CaseIterable {
    /// Raw HTML is sanitized; scripts of the repository stay out.
    case none
    /// As the workspace itself: raw HTML and `extra_javascript` count.
    case full
  }

  /// One entry of `sources`.
  package struct Source: Sendable, Hashable {
    /// A folder relative to the workspace, or a pattern such as `services/*`; without `.` or a slash at the end.
    package let path: String
    package let trust: Trust
    /// What its docs are called where no other file says so; nil for the folder's name.
    package let name: String?
    /// The entry's path in `techdocs.yml`.
    package let range: SourceRange?

    package init(path: String, trust: Trust = .none, name: String? = nil, range: SourceRange? = nil) {
      self.path = path
      self.trust = trust
      self.name = name
      self.range = range
    }

    /// Whether `path` stands for several folders.
    package var isPattern: Bool { PathGlob.isPattern(path) }
  }

  /// One line of `rules`.
  package struct RuleSetting: Sendable, Hashable {
    package let rule: Rule
    /// Nil for `off`.
    package let severity: Severity?
    /// The rule's name in `techdocs.yml`.
    package let range: SourceRange?

    package init(_ rule: Rule, severity: Severity?, range: SourceRange? = nil) {
      self.rule = rule
      self.severity = severity
      self.range = range
    }
  }

  /// The file itself; nil for a folder without one.
  package var source: SourcePath?
  /// The portal's name, in the header and in titles.
  package var siteName = "Documentation"
  /// Where the site will be served, with a trailing slash; nil when unknown.
  package var siteURL: String?
  /// The folders of repositories; every folder of the workspace unless the file says otherwise.
  package var sources = [Source(path: "*")]
  /// In the order of the file; each rule once.
  package var rules: [RuleSetting] = []
  /// Where the file asks that pages show when they were last changed; nil where it does not.
  package var pageDates: SourceRange?
  /// Whether warnings fail the build.
  package var strict = false
  /// A folder laid out like the built-in theme, whose files stand in place of its own; relative, nil for none.
  package var theme: String?
  package var themeRange: SourceRange?
  /// A folder of SVG files that pages show by name, as in `:material-check:`; relative, nil for none.
  package var icons: String?
  package var iconsRange: SourceRange?
  /// Addresses by annotation, for links on the pages of entities; `{value}` in one stands for the annotation's value.
  package var annotationLinks: [String: String] = [:]
  /// How the site is searched.
  package var search = SearchConfig()
  /// Where the site is written, relative to the workspace.
  package var siteDir = "site"
  /// Programs that draw diagrams and formulas.
  package var helpers = HelperConfig()
  /// Where the platform's definitions and the services that use them lie.
  package var platform = PlatformConfig()

  package init() {}

  /// The severity that a diagnostic of a rule gets; nil where the rule is switched off.
  package func severity(of rule: Rule, by standard: Severity) -> Severity? {
    guard let setting = rules.first(where: { $0.rule == rule }) else { return standard }
    return setting.severity
  }
}
