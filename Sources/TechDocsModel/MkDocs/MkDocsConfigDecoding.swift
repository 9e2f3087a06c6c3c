extension MkDocsConfig {
  /// Reads a `mkdocs.yml`. What is wrong in it is reported, the rest is honoured.
  ///
  /// `read` gives files of the same repository, for `INHERIT`; paths are relative to the repository's folder.
  package static func decoding(
    _ source: SourceText, isTrusted: Bool = false, read: @escaping (String) -> SourceText? = { _ in nil }
  ) -> Diagnosed<MkDocsConfig> {
    var diagnostics: [Diagnostic] = []
    let merged = ConfigInheritance(read: read).resolved(source).collecting(into: &diagnostics)
    var config = MkDocsConfig()
    config.source = source.path
    guard let inherited = merged, inherited.mapping != nil else {
      if diagnostics.isEmpty {
        diagnostics.append(
          .error(
            "config-value", at: SourceRange(source.path, line: 1), "'\(source.path.name)' needs lines of `key: value`"))
      }
      return Diagnosed(config, diagnostics)
    }
    var tags = ConfigTags()
    let node = tags.resolved(inherited)
    diagnostics += tags.diagnostics
    var reader = ConfigReader(node)
    config.read(&reader, at: source.path)
    diagnostics += reader.diagnostics + keyDiagnostics(node, isTrusted: isTrusted) + pluginDiagnostics(config.plugins)
    return Diagnosed(config, diagnostics)
  }

  private mutating func read(_ reader: inout ConfigReader, at path: SourcePath) {
    readTexts(&reader, at: path)
    docsDir = reader.string("docs_dir") ?? docsDir
    docsDirRange = reader.node("docs_dir")?.range
    siteDir = reader.string("site_dir") ?? siteDir
    useDirectoryURLs = reader.bool("use_directory_urls") ?? useDirectoryURLs
    strict = reader.bool("strict") ?? strict
    nav = reader.node("nav")
    excludeDocs = reader.patterns("exclude_docs")
    draftDocs = reader.patterns("draft_docs")
    notInNav = reader.patterns("not_in_nav")
    if let node = reader.node("validation") { validation = LinkValidation(node, &reader) }
    theme = ThemeSettings(&reader)
    plugins = reader.settings("plugins")
    markdownExtensions = reader.settings("markdown_extensions")
    extraCSS = reader.strings("extra_css")
    extraJavaScript = reader.strings("extra_javascript")
    extra = reader.node("extra")
  }

  private mutating func readTexts(_ reader: inout ConfigReader, at path: SourcePath) {
    if let name = reader.string("site_name") {
      siteName = name
    } else {
      let range = SourceRange(path, line: 1)
      reader.diagnostics.append(
        .warning(
          "config-value", at: range, "'site_name' is missing; '\(siteName)' stands in for it",
          help: "add `site_name: …`"))
    }
    siteURL = reader.url("site_url").map(Self.endingInSlash)
    siteDescription = reader.string("site_description")
    siteAuthor = reader.string("site_author")
    copyright = reader.string("copyright")
    repoURL = reader.url("repo_url")
    repoName = reader.string("repo_name") ?? repoURL.map(Self.hostName)
    // An empty `edit_uri` means: no edit links.
    editURI = (reader.string("edit_uri") ?? repoURL.flatMap(Self.defaultEditURI)).map {
      $0.isEmpty ? $0 : Self.endingInSlash($0)
    }
    editURITemplate = reader.string("edit_uri_template")
  }

  private static func endingInSlash(_ text: String) -> String { text.hasSuffix("/") ? text : text + "/" }

  /// The host of a URL, in lower case, without user and port.
  private static func host(_ url: String) -> String {
    let parts = url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count > 2, let host = parts[2].split(separator: "@").last?.split(separator: ":").first else {
      return ""
    }
    return host.lowercased()
  }

  /// Source: MkDocs `RepoName`; an unknown host gives its first label.
  private static func hostName(_ url: String) -> String {
    switch host(url) {
    case "github.com": "GitHub"
    case "gitlab.com": "GitLab"
    case "bitbucket.org": "Bitbucket"
    case let other: other.split(separator: ".").first.map { $0.prefix(1).uppercased() + $0.dropFirst() } ?? ""
    }
  }

  /// Source: MkDocs `EditURI`: known hosts have a known path to the editor.
  private static func defaultEditURI(_ url: String) -> String? {
    switch host(url) {
    case "github.com", "gitlab.com": "edit/master/docs/"
    case "bitbucket.org": "src/default/docs/"
    default: nil
    }
  }
}
