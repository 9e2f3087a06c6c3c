package import TechDocsModel

/// Which names `markdown_extensions` may use.
package enum ExtensionNames {
  /// Built in, or without effect here because what they switch on is always on.
  static let known: Set<String> = [
    "abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code", "footnotes", "legacy_em",
    "markdown_inline_graphviz", "md_in_html", "mdx_truly_sane_lists", "meta", "nl2br", "plantuml_markdown", "smarty",
    "pymdownx.arithmatex", "pymdownx.betterem", "pymdownx.blocks.admonition", "pymdownx.blocks.caption",
    "pymdownx.blocks.definition", "pymdownx.blocks.details", "pymdownx.blocks.html",
    "pymdownx.blocks.tab", "pymdownx.caret", "pymdownx.critic", "pymdownx.details", "pymdownx.emoji", "pymdownx.extra",
    "pymdownx.highlight", "pymdownx.inlinehilite", "pymdownx.keys", "pymdownx.magiclink", "pymdownx.mark",
    "pymdownx.smartsymbols", "pymdownx.snippets", "pymdownx.superfences", "pymdownx.tabbed", "pymdownx.tasklist",
    "pymdownx.tilde", "sane_lists", "tables", "toc",
  ]

  /// Known elsewhere and not built in.
  static let missing: Set<String> = [
    "legacy_attrs", "pymdownx.b64", "pymdownx.blocks.definition",
    "pymdownx.escapeall", "pymdownx.fancylists", "pymdownx.pathconverter",
    "pymdownx.progressbar", "pymdownx.quotes", "pymdownx.saneheaders", "pymdownx.striphtml", "wikilinks",
  ]

  /// One warning for each name or option that has no effect, at its place in the configuration.
  package static func diagnostics(of settings: [ExtensionSetting]) -> [Diagnostic] {
    names(of: settings) + CodeOptions.diagnostics(of: settings)
  }

  private static func names(of settings: [ExtensionSetting]) -> [Diagnostic] {
    settings.compactMap { setting in
      let prefix = "markdown.extensions."
      let name = setting.name.hasPrefix(prefix) ? String(setting.name.dropFirst(prefix.count)) : setting.name
      if known.contains(name) { return nil }
      if missing.contains(name) {
        return .warning(
          "unknown-extension", at: setting.range, "Markdown extension '\(setting.name)' is not built in",
          help: "its syntax is shown as it is written")
      }
      return .warning(
        "unknown-extension", at: setting.range,
        "Markdown extension '\(setting.name)' is not known, and code of a repository is not run",
        help: NearMiss(of: name, among: known.union(missing)).suggestion)
    }
  }
}
