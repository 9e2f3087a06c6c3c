/// The MkDocs plugins that have a name here.
enum KnownPlugins {
  /// What they do is done here, or needs nothing.
  static let builtIn: Set<String> = [
    "techdocs-core", "search", "monorepo", "gh-admonitions", "callouts", "autorefs", "include-markdown", "minify",
    "redirects", "offline", "privacy", "optimize", "exclude", "htmlproofer", "git-revision-date",
    "git-revision-date-localized", "awesome-pages", "awesome-nav", "literate-nav",
  ]

  /// All of them, for near misses.
  static let names = builtIn.union(missing.keys)

  /// Known by name; what a page loses without them.
  static let missing: [String: String] = [
    "section-index": "sections have no page of their own",
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
