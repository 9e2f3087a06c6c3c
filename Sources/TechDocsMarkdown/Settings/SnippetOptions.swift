import TechDocsModel

/// What `pymdownx.snippets` and the plugin `include-markdown` are asked for.
struct SnippetOptions: Sendable {
  /// Folders of the repository that a snippet's path may begin at, in the order in which they are tried.
  let bases: [String]
  /// Snippets at the end of every page, for abbreviations and link definitions that all pages share.
  let appended: [String]
  /// Whether `{% include-markdown %}` and `{% include %}` are read.
  let includesTags: Bool

  /// `folder` is that of `mkdocs.yml`, where Python would be started.
  init(_ options: ExtensionOptions, plugins: [ExtensionSetting], folder: String) {
    let node = options["pymdownx.snippets", "base_path"]
    let given = node?.sequence?.compactMap(\.string) ?? node?.string.map { [$0] } ?? ["."]
    let found = given.compactMap { RelativePath.resolving($0.isEmpty ? "." : $0, from: folder) }
    // Paths from the repository's folder are what every other tool understands.
    bases = found.contains("") ? found : found + [""]
    let list = options["pymdownx.snippets", "auto_append"]
    appended = list?.sequence?.compactMap(\.string) ?? list?.string.map { [$0] } ?? []
    includesTags = plugins.contains { $0.name == "include-markdown" || $0.name == "include_markdown_plugin" }
  }

  /// Whether a page may hold something to splice in.
  func isNeeded(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    if !appended.isEmpty || SnippetPass.isNeeded(text) { return true }
    return includesTags && text.contains(run: "{%")
  }
}
