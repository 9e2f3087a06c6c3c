extension MkDocsConfig {
  /// What is said about keys that are unknown, or known and without effect.
  static func keyDiagnostics(_ node: YAMLNode, isTrusted: Bool) -> [Diagnostic] {
    (node.mapping ?? []).compactMap { entry in
      guard let key = entry.key.string else {
        return .warning("unknown-config-key", at: entry.key.range, "A key of 'mkdocs.yml' is a plain word")
      }
      if let reason = ConfigKeys.ignored[key] {
        return .warning("ignored-config-key", at: entry.key.range, "'\(key)' has no effect: \(reason)")
      }
      if key == "extra_javascript", !isTrusted, !entry.value.isNull {
        return .warning(
          "ignored-config-key", at: entry.key.range, "'extra_javascript' has no effect: this source is not trusted",
          help: "set `trust: full` for it in techdocs.yml if its scripts may run on the site")
      }
      guard !ConfigKeys.all.contains(key) else { return nil }
      return .warning(
        "unknown-config-key", at: entry.key.range, "'\(key)' is no key of 'mkdocs.yml'",
        help: NearMiss(of: key, among: ConfigKeys.all).suggestion)
    }
  }

  /// What is said about plugins that are unknown, or known and not built in.
  static func pluginDiagnostics(_ plugins: [ExtensionSetting]) -> [Diagnostic] {
    plugins.compactMap { plugin in
      let name = plugin.name.hasPrefix("material/") ? String(plugin.name.dropFirst("material/".count)) : plugin.name
      if KnownPlugins.builtIn.contains(name) { return nil }
      if let missing = KnownPlugins.missing[name] {
        return .warning("unsupported-plugin", at: plugin.range, "Plugin '\(plugin.name)' is not built in: \(missing)")
      }
      return .warning(
        "unknown-plugin", at: plugin.range,
        "Plugin '\(plugin.name)' is not known, and plugins of a repository are not run",
        help: NearMiss(of: name, among: KnownPlugins.builtIn.union(KnownPlugins.missing.keys)).suggestion)
    }
  }
}

/// The MkDocs plugins that have a name here.
enum KnownPlugins {
  /// What they do is done here, or needs nothing.
  static let builtIn: Set<String> = [
    "techdocs-core", "search", "monorepo", "gh-admonitions", "callouts", "autorefs", "minify", "offline", "privacy",
    "optimize", "exclude", "htmlproofer",
  ]

  /// Known by name; what a page loses without them.
  static let missing: [String: String] = [
    "redirects": "old addresses do not lead on", "awesome-pages": "its navigation files are not read",
    "awesome-nav": "its navigation files are not read", "literate-nav": "its navigation files are not read",
    "section-index": "sections have no page of their own", "include-markdown": "its include tags stay as text",
    "git-revision-date": "pages show no date", "git-revision-date-localized": "pages show no date",
    "git-authors": "pages show no authors", "git-committers": "pages show no authors",
    "macros": "its expressions stay as text", "gen-files": "files are not generated",
    "mkdocstrings": "API references are not generated", "mkdocs-jupyter": "notebooks are not rendered",
    "swagger-ui-tag": "its tags are removed", "render_swagger": "its tags stay as text",
    "tags": "tag pages are not made", "blog": "posts are ordinary pages", "social": "no preview images are made",
    "rss": "no feed is made", "meta": "its defaults are not read", "mike": "one version is built",
    "glightbox": "images do not open larger", "table-reader": "its tags stay as text",
    "kroki": "its diagrams stay as text",
    "mermaid2": "mermaid needs no plugin", "print-site": "no print page is made",
    "static-i18n": "one language is built",
    "i18n": "one language is built", "multirepo": "list the repositories in techdocs.yml",
    "ezlinks-plugin": "its short links stay as text", "roamlinks": "its short links stay as text",
    "simple": "its files are not gathered", "same-dir": "name the folder in 'docs_dir'",
    "d2": "its diagrams stay as text",
    "build_plantuml": "its diagrams are not drawn", "drawio": "its diagrams are not drawn",
    "typeset": "titles stay plain",
    "projects": "one project is built", "group": "its plugins are not read", "markdown-exec": "nothing is run",
    "rtd": "its menu is not added", "spellcheck": "spelling is not checked", "llmstxt": "llms.txt is not made",
  ]
}
