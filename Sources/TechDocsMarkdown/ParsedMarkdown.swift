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
  /// The readable text as UTF-8: no markup, white space collapsed.
  package var text: [UInt8] = []
  /// The parts of `text` in document order. The first stands above the first heading below the title.
  package var sections: [TextSection] = []
  /// What was read beside the page itself: the paths that snippets named, with what stood there.
  package var snippets: [String: Result<SourceText, ReadFailure>] = [:]
  /// What it took to make it.
  package var cost = ParsingCost()

  package init() {}
}

/// CPU nanoseconds of one page, by step.
package struct ParsingCost: Sendable {
  /// Snippets, guards, and the tree.
  package var parse: UInt64 = 0
  /// Writing the tree as HTML, without the colours of code.
  package var render: UInt64 = 0
  package var highlight: UInt64 = 0
  /// The last pass over the HTML: sanitizing, links, the text for search.
  package var finish: UInt64 = 0

  package init() {}

  /// Adds the times of another page.
  package static func += (sum: inout ParsingCost, other: ParsingCost) {
    sum.parse += other.parse
    sum.render += other.render
    sum.highlight += other.highlight
    sum.finish += other.finish
  }

  /// `moments` are the thread's clock before the parse, before and after rendering, and at the end.
  init(_ moments: [UInt64], highlight: UInt64) {
    guard moments.count == 4 else { return }
    self.highlight = highlight
    parse = moments[1] &- moments[0]
    render = moments[2] &- moments[1] &- highlight
    finish = moments[3] &- moments[2]
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
