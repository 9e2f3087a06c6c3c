package import TechDocsModel

/// What one Markdown text became: sanitized HTML whose link targets are still as the author wrote them.
package struct ParsedMarkdown: Sendable {
  /// The article's HTML. `links` says where its targets stand.
  package var html: [UInt8] = []
  /// All links and images in document order, raw HTML's among them; their `hole`s ascend and never overlap.
  package var links: [LinkHole] = []
  /// In document order, as deep as they nest in the page (also those in containers).
  package var headings: [Heading] = []
  /// Every `id` (and `a name`) in `html`, in document order: headings, `{#id}`, raw HTML, footnotes.
  package var anchors: [String] = []
  package var diagnostics: [Diagnostic] = []

  package init() {}
}

/// A place in a page's HTML that holds a link target.
package struct LinkHole: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// `a href`, `area href`.
    case link
    /// `img src` and other embedded media (`video`, `audio`, `source src`, `poster`).
    case image
  }

  package let kind: Kind
  /// The target as the author meant it: character references decoded, percent-encoding as written.
  package let target: String
  /// The bytes of the attribute's value in `ParsedMarkdown.html`, to be replaced when the target is known.
  package let hole: Range<Int>
  /// Where the target stands in the source: the href itself, not the paragraph.
  package let range: SourceRange

  package init(kind: Kind, target: String, hole: Range<Int>, range: SourceRange) {
    self.kind = kind
    self.target = target
    self.hole = hole
    self.range = range
  }
}

/// One heading of a page.
package struct Heading: Sendable, Hashable {
  /// 1 to 6.
  package let level: Int
  /// The anchor, made as python-markdown's `toc` makes it, or taken from `{#id}`.
  package let id: String
  /// Plain text for titles and the table of contents; `data-toc-label` where one is given.
  package let title: String
  package let range: SourceRange

  package init(level: Int, id: String, title: String, range: SourceRange) {
    self.level = level
    self.id = id
    self.title = title
    self.range = range
  }
}
