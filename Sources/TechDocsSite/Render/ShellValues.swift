import TechDocsModel

/// What a template may read of one doc site.
struct ShellValues {
  let portal: Portal
  let theme: Theme
  /// The fingerprinted paths of style sheet and script, from the site's root; nil for no script.
  let assets: ThemeAssets

  /// Pages outside doc sites (`404.html`, the portal's home) have none.
  func values(for docSite: DocSite?) -> [String: Any] {
    let config = docSite?.config
    let language = config?.theme.language ?? "en"
    var values: [String: Any] = theme.strings(language)
    values["language"] = language
    values["direction"] = config?.theme.direction ?? (Self.rightToLeft.contains(language) ? "rtl" : "ltr")
    values["siteName"] = config?.siteName ?? portal.name
    values["siteHome"] = docSite.map { $0.base.isEmpty ? "" : $0.base + "/" } ?? ""
    values["portalName"] = portal.name
    values["hasPortal"] = portal.isWorkspace && docSite != nil
    values["stylesheet"] = assets.stylesheet.path
    values["script"] = assets.script?.path
    values["csp"] = Self.contentSecurityPolicy
    values["generator"] = "techdocs"
    values["copyright"] = config?.copyright
    values["repoURL"] = config?.repoURL
    values["repoName"] = config?.repoName ?? config?.repoURL
    values["favicon"] = docSite.flatMap { extras([$0.config.theme.favicon].compactMap(\.self), of: $0).first }
    values["logo"] = docSite.flatMap { extras([$0.config.theme.logo].compactMap(\.self), of: $0).first }
    values["extraStylesheets"] = docSite.map { extras($0.config.extraCSS, of: $0) } ?? []
    values["extraScripts"] = docSite.map { $0.isTrusted ? extras($0.config.extraJavaScript, of: $0) : [] } ?? []
    return values
  }

  /// Files of the doc site only: pages make no request to other hosts.
  private func extras(_ paths: [String], of docSite: DocSite) -> [String] {
    paths.compactMap { path in
      docSite.assets.first { $0.docPath == RelativePath.resolving(path) }.map { PercentEncoding.path($0.path.path) }
    }
  }

  private static let rightToLeft: Set<String> = ["ar", "fa", "he", "ur"]

  /// Nothing runs but the theme's own files, even if something got past the sanitizer.
  static let contentSecurityPolicy = """
    default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: https:; media-src 'self' https:; \
    font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'
    """
}

/// Where the theme's files lie in the built site.
struct ThemeAssets: Sendable {
  let stylesheet: SitePath
  let script: SitePath?

  init(_ theme: Theme) {
    stylesheet = SitePath("assets/techdocs.\(Digest(of: theme.stylesheet).short).css")
    script = theme.script.isEmpty ? nil : SitePath("assets/techdocs.\(Digest(of: theme.script).short).js")
  }
}
