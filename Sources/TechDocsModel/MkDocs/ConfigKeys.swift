/// The keys that `mkdocs.yml` may hold, and what becomes of those that have no effect here.
///
/// Source: MkDocs 1.6 `config/defaults.py`; the reasons follow Backstage's allow-list for TechDocs.
enum ConfigKeys {
  /// Read by `MkDocsConfigDecoding`.
  static let honoured: Set<String> = [
    "site_name", "site_url", "site_description", "site_author", "copyright", "repo_url", "repo_name", "edit_uri",
    "edit_uri_template", "docs_dir", "site_dir", "use_directory_urls", "strict", "nav", "exclude_docs", "draft_docs",
    "not_in_nav", "validation", "theme", "plugins", "markdown_extensions", "extra_css", "extra_javascript", "extra",
    "INHERIT",
  ]

  /// Accepted in silence: they steer MkDocs' own server or deployment and change no page.
  static let withoutEffect: Set<String> = [
    "dev_addr", "watch", "remote_branch", "remote_name",
  ]

  /// Reported: they would change the site, and do not here.
  static let ignored: [String: String] = [
    "hooks": "nothing that a repository holds is run",
    "extra_templates": "templates of a repository are not run",
    "google_analytics": "pages make no request to other hosts",
    "pages": "MkDocs calls it 'nav' since 1.0",
    "mdx_configs": "MkDocs keeps it for itself",
  ]

  /// What to do instead, for some of `ignored`.
  static let help: [String: String] = [
    "hooks": "move what the hook does into a step before the build",
    "pages": "rename the key to 'nav'",
    "mdx_configs": "write the options under the extension's name in 'markdown_extensions'",
  ]

  /// Keys of `theme` that the theme has its own answer to.
  static let ignoredOfTheme = [
    "icon": "the theme has its own icons",
    "static_templates": "templates of a repository are not run",
  ]

  static let all = honoured.union(withoutEffect).union(ignored.keys)
}
