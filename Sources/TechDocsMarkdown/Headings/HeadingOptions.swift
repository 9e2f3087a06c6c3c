import TechDocsModel

/// What `toc:` in `markdown_extensions` says about headings.
struct HeadingOptions: Sendable {
  /// Whether each heading ends in a link to itself.
  var hasPermalink = true
  /// The deepest level that has an anchor link and stands in the table of contents.
  var depth = 6

  init(_ extensions: [ExtensionSetting]) {
    let options = extensions.last { $0.name == "toc" || $0.name == "markdown.extensions.toc" }?.options
    hasPermalink = options?["permalink"]?.bool ?? true
    depth = options?["toc_depth"]?.int ?? 6
  }
}
