import SiteTheme
import TechDocsModel

/// How the pages of one doc site look: its theme, what the frame says in its language, style sheet and script.
struct DocSiteLook: Sendable {
  let theme: Theme
  let words: [String: String]
  let assets: ThemeAssets
  let search: SearchAssets
}

/// The looks of all doc sites. Most share one theme, and so one style sheet.
struct DocSiteLooks: Sendable {
  /// For pages outside doc sites.
  let common: DocSiteLook
  /// By doc site.
  let docSites: [DocSiteLook]

  init(_ portal: Portal, theme: Theme) {
    let assets = ThemeAssets(theme)
    var words: [String: [String: String]] = [:], search: [String: SearchAssets] = [:]
    docSites = portal.docSites.map { docSite in
      let language = docSite.config.theme.language
      let fonts = FontFaces(docSite).css
      guard docSite.themeFiles.isEmpty else {
        let own = theme.overriding(docSite.themeFiles)
        let strings = own.strings(language)
        return DocSiteLook(
          theme: own, words: strings, assets: ThemeAssets(own, fonts: fonts), search: SearchAssets(own, words: strings))
      }
      let known = words[language] ?? theme.strings(language)
      words[language] = known
      let finding = search[language] ?? SearchAssets(theme, words: known)
      search[language] = finding
      return DocSiteLook(
        theme: theme, words: known, assets: fonts.isEmpty ? assets : ThemeAssets(theme, fonts: fonts), search: finding)
    }
    let only = portal.isWorkspace ? nil : docSites.first
    let english = theme.strings("en")
    common =
      only ?? DocSiteLook(theme: theme, words: english, assets: assets, search: SearchAssets(theme, words: english))
  }

  /// Every style sheet and script that a page may name, each once, sorted by address.
  var files: [SpecialPages.File] {
    let all = (docSites + [common]).flatMap { $0.assets.files + $0.search.files }
    return Dictionary(all.map { ($0.path, $0) }) { first, _ in first }.values.sorted { $0.path < $1.path }
  }
}

/// A theme's style sheet and script, and where they lie in the built site.
struct ThemeAssets: Sendable {
  /// Fingerprinted, from the site's root.
  let stylesheet: SitePath
  /// Nil for no script.
  let script: SitePath?
  /// The one that runs before the page is painted; nil for none.
  let headScript: SitePath?
  let files: [SpecialPages.File]
  private typealias File = SpecialPages.File

  /// `fonts` is put before the theme's own style.
  init(_ theme: Theme, fonts: String = "") {
    let style = File(Array(fonts.utf8) + theme.served.stylesheet, "css")
    let code = theme.served.script.isEmpty ? nil : File(theme.served.script, "js")
    let head = theme.served.headScript.isEmpty ? nil : File(theme.served.headScript, "js")
    (stylesheet, script, headScript) = (style.path, code?.path, head?.path)
    files = [style] + [code, head].compactMap(\.self)
  }
}

extension SpecialPages.File {
  /// A file of the theme under the digest of its content, so that browsers may keep it for ever.
  fileprivate init(_ bytes: [UInt8], _ ending: String) {
    self.init(path: SitePath("assets/techdocs.\(Digest(of: bytes).short).\(ending)"), bytes: bytes)
  }
}

/// The fonts of a doc site: files of its own, which a page waits for no longer than a moment.
struct FontFaces {
  let css: String

  init(_ docSite: DocSite) {
    let theme = docSite.config.theme
    css = [("text", theme.textFont), ("code", theme.codeFont)].map { kind, path in
      guard let path, let asset = docSite.asset(at: path) else { return "" }
      // A style sheet in `assets/` names a file from there.
      let url = "../" + PercentEncoding.path(asset.path.path)
      return """
        @font-face{font-family:"Site \(kind)";src:url("\(url)");font-weight:100 900;font-display:optional}
        :root{--td-own-\(kind):"Site \(kind)"}

        """
    }.joined()
  }
}

extension DocSite {
  /// The published file that a setting names below `docs_dir`.
  func asset(at path: String) -> Asset? {
    let name = RelativePath.resolving(path)
    return assets.first { $0.docPath == name }
  }
}
