package import TechDocsModel

/// What a doc site's configuration says about its Markdown.
package struct MarkdownSettings: Sendable {
  /// `markdown_extensions` as configured; what techdocs-core switches on is on without being named.
  package var extensions: [ExtensionSetting]
  /// `plugins` as configured; those that read pages' text count.
  package var plugins: [ExtensionSetting]
  /// The folder of `mkdocs.yml` in the repository.
  package var folder = ""
  /// The same by name.
  package var options: ExtensionOptions { ExtensionOptions(extensions) }
  /// Whether call-outs, details and tabs are written between slashes only: `use_pymdownx_blocks` of techdocs-core.
  package var usesSlashes: Bool
  /// Whether the source's HTML is left alone (`trust: full` in techdocs.yml).
  package var isTrusted: Bool
  /// Where snippets come from: a path below the repository's folder to its text; nil when there is none, or none to
  /// give.
  package var snippet: @Sendable (String) -> Result<SourceText, ReadFailure>
  /// Folders of icons, the repository's own first.
  package var iconSets: [IconSet]

  /// What draws diagrams and formulas.
  package var helpers = DrawingHelpers()

  package init(
    extensions: [ExtensionSetting] = [], plugins: [ExtensionSetting] = [], isTrusted: Bool = false,
    iconSets: [IconSet] = [],
    snippet: @escaping @Sendable (String) -> Result<SourceText, ReadFailure> = { _ in .failure(.missing) }
  ) {
    self.iconSets = iconSets
    self.extensions = extensions
    self.plugins = plugins
    usesSlashes = plugins.last { $0.name == "techdocs-core" }?.options?["use_pymdownx_blocks"]?.bool ?? false
    self.isTrusted = isTrusted
    self.snippet = snippet
  }

  /// The folders that `custom_icons` of `pymdownx.emoji` names, as Material reads it.
  package static func iconFolders(_ extensions: [ExtensionSetting]) -> [String] {
    ExtensionOptions(extensions)["pymdownx.emoji", "options"]?["custom_icons"]?.sequence?.compactMap(\.string) ?? []
  }

  /// Whether the other settings make the same of every page, given the same snippets.
  package func isSame(as other: MarkdownSettings) -> Bool {
    extensions == other.extensions && plugins == other.plugins && folder == other.folder
      && usesSlashes == other.usesSlashes && isTrusted == other.isTrusted
      && helpers.key == other.helpers.key && iconSets.elementsEqual(other.iconSets) { $0.isSame(as: $1) }
  }
}
