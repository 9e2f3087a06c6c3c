import TechDocsMarkdown
import TechDocsModel

/// What a template may read of one doc site.
struct ShellValues {
  let portal: Portal

  /// Pages outside doc sites (`404.html`, the portal's home) have none; in a site of one, they look like its own.
  func values(for docSite: DocSite?, look: DocSiteLook) -> [String: Any] {
    let config = docSite?.config
    var values: [String: Any] = look.words
    values["siteName"] = config?.siteName ?? portal.name
    values["siteHome"] = docSite.map { $0.base.isEmpty ? "" : $0.base + "/" } ?? ""
    values["portalName"] = portal.name
    values["hasPortal"] = portal.isWorkspace && docSite != nil
    values["siblings"] = siblings(of: docSite)
    values["servicesURL"] = portal.docSites.count > Self.siblingLimit ? ServiceList.path.path : nil
    values["hasSearch"] = hasSearch
    values["csp"] = Self.contentSecurityPolicy
    values["headScript"] = look.assets.headScript?.path
    values["generator"] = "techdocs"
    values["copyright"] = docSite.flatMap(copyright)
    values["hasServices"] = portal.isWorkspace
    values["repoURL"] = config?.repoURL
    values["repoName"] = config?.repoName ?? config?.repoURL
    values["stylesheet"] = look.assets.stylesheet.path
    values["script"] = look.assets.script?.path
    values["searchScript"] = look.search.script.path
    values["searchStyle"] = look.search.stylesheet.path
    values.merge(lookValues(of: docSite)) { _, own in own }
    return values
  }

  /// What `theme:`, `extra_css` and `extra_javascript` of the configuration say.
  private func lookValues(of docSite: DocSite?) -> [String: Any] {
    guard let docSite else { return ["language": "en", "direction": "ltr"] }
    let theme = docSite.config.theme
    var values: [String: Any] = [
      "language": theme.language, "extraStylesheets": extras(docSite.config.extraCSS, of: docSite),
      "extraScripts": docSite.isTrusted ? extras(docSite.config.extraJavaScript, of: docSite) : [],
    ]
    let base = theme.language.prefix { $0 != "-" && $0 != "_" }.lowercased()
    values["direction"] =
      theme.direction == "rtl" || theme.direction == nil && Self.rightToLeft.contains(base) ? "rtl" : "ltr"
    values["scheme"] = theme.scheme?.rawValue
    values["primary"] = theme.primary
    values["features"] = Self.classes(theme)
    values["favicon"] = extras([theme.favicon].compactMap(\.self), of: docSite).first
    values["logo"] = extras([theme.logo].compactMap(\.self), of: docSite).first
    return values
  }

  /// HTML, as MkDocs has it, as far as the doc site is trusted.
  private func copyright(of docSite: DocSite) -> String? {
    guard let text = docSite.config.copyright else { return nil }
    let path = docSite.config.source ?? SourcePath(repository: docSite.repository.name, path: "mkdocs.yml")
    var html = HTMLBuffer()
    let parser = MarkdownParser(MarkdownSettings(extensions: [], isTrusted: docSite.isTrusted))
    return String(
      decoding: parser.parse(SourceText(path: path, bytes: Array(text.utf8)), from: 0, using: &html).html,
      as: UTF8.self)
  }

  /// Files of the doc site only: pages make no request to other hosts.
  private func extras(_ paths: [String], of docSite: DocSite) -> [String] {
    paths.compactMap { path in docSite.asset(at: path).map { PercentEncoding.path($0.path.path) } }
  }

  private static let rightToLeft: Set<String> = ["ar", "fa", "he", "ur"]

  /// Whether there is a search page for the header to lead to.
  private var hasSearch: Bool { allPageKinds.contains { $0.name == "search" } }

  /// Up to how many doc sites each page lists; more are fetched when the list is opened.
  static let siblingLimit = 12

  private func siblings(of docSite: DocSite?) -> [[String: Any]] {
    guard portal.docSites.count <= Self.siblingLimit else { return [] }
    return portal.docSites.map {
      ["name": $0.config.siteName, "path": PercentEncoding.path($0.base) + "/", "isCurrent": $0.base == docSite?.base]
    }
  }

  /// Classes of the document that tell style sheet and script what `theme.features` asks for; nil for none.
  private static func classes(_ theme: MkDocsConfig.ThemeSettings) -> String? {
    let known = ["navigation.tabs": "td-tabs", "content.code.annotate": "td-annotate"]
    let classes = theme.features.compactMap { known[$0] }
    return classes.isEmpty ? nil : classes.joined(separator: " ")
  }

  /// Nothing runs but the theme's own files, even if something got past the sanitizer.
  private static let contentSecurityPolicy = """
    default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: https:; \
    media-src 'self' https:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'
    """
}

/// The names and addresses of all doc sites, for the header's list in a site with many.
struct ServiceList {
  static let path = SitePath("assets/services.json")

  let portal: Portal

  /// A list of pairs, in the order of the workspace.
  var json: [UInt8] {
    let pairs = portal.docSites.map {
      "[\(JSONText.quoted($0.config.siteName)),\(JSONText.quoted(PercentEncoding.path($0.base) + "/"))]"
    }
    return Array("[\(pairs.joined(separator: ",\n"))]\n".utf8)
  }
}
