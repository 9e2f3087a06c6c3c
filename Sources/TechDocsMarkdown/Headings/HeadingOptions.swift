import TechDocsModel

/// What `toc:` in `markdown_extensions` says about headings.
///
/// Source: Python-Markdown `toc`; techdocs-core switches `permalink` on.
struct HeadingOptions: Sendable {
  /// What the link of a heading to itself shows; nil without one.
  var permalink: String?
  var permalinkClass = "headerlink"
  /// Empty for a link without one.
  var permalinkTitle = "Permanent link"
  /// Whether that link stands before the heading's text.
  var permalinkLeads = false
  /// The class of a link that holds the heading's text; nil without one.
  var anchorlinkClass: String?
  /// The levels that stand in the table of contents.
  var levels = 1...6
  var separator = UInt8(ascii: "-")
  /// The level of `#`.
  var baseLevel = 1
  var slugify = Slugify.ascii

  /// What a paragraph says that becomes the list of headings; empty for none.
  var marker = "[TOC]"
  /// What stands above that list; empty for nothing.
  var title = ""
  var titleClass = "toctitle"
  var listClass = "toc"

  init(_ options: ExtensionOptions) {
    let isLink = options.bool("toc", "permalink", or: true)
    let text = options["toc", "permalink"].flatMap { $0.bool == nil ? $0.string : nil }
    permalink = isLink ? (text ?? "\u{b6}") : nil
    permalinkClass = options.string("toc", "permalink_class") ?? permalinkClass
    permalinkTitle = options.string("toc", "permalink_title") ?? permalinkTitle
    permalinkLeads = options.bool("toc", "permalink_leading", or: false)
    if options.bool("toc", "anchorlink", or: false) {
      anchorlinkClass = options.string("toc", "anchorlink_class") ?? "toclink"
    }
    levels = options.string("toc", "toc_depth").flatMap(Self.levels) ?? levels
    separator = options.string("toc", "separator")?.utf8.first ?? separator
    baseLevel = max(1, min(options.int("toc", "baselevel") ?? 1, 6))
    slugify = options["toc", "slugify"].flatMap(Slugify.init) ?? .ascii
    marker = options.string("toc", "marker") ?? marker
    title = options.string("toc", "title") ?? title
    titleClass = options.string("toc", "title_class") ?? titleClass
    listClass = options.string("toc", "toc_class") ?? listClass
  }

  /// `3` or `2-4`.
  private static func levels(_ text: String) -> ClosedRange<Int>? {
    let ends = text.split(separator: "-").compactMap { Int($0) }
    guard let last = ends.last, let first = ends.count == 2 ? ends.first : 1, 0...6 ~= last, 0...6 ~= first else {
      return nil
    }
    return first <= last ? first...last : nil
  }
}
