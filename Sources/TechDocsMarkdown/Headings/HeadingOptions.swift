import TechDocsModel

/// What `toc:` in `markdown_extensions` says about headings.
struct HeadingOptions: Sendable {
  /// Whether each heading ends in a link to itself.
  var hasPermalink = true
  /// The deepest level that has an anchor link and stands in the table of contents.
  var depth = 6
  var separator = UInt8(ascii: "-")
  /// The level of `#`.
  var baseLevel = 1
  var slugify = Slugify.ascii

  init(_ extensions: [ExtensionSetting]) {
    let options = extensions.last { $0.name == "toc" || $0.name == "markdown.extensions.toc" }?.options
    hasPermalink = options?["permalink"]?.bool ?? true
    depth = options?["toc_depth"]?.int ?? 6
    separator = options?["separator"]?.string?.utf8.first ?? UInt8(ascii: "-")
    baseLevel = max(1, min(options?["baselevel"]?.int ?? 1, 6))
    slugify = options?["slugify"].flatMap(Slugify.init) ?? .ascii
  }
}
