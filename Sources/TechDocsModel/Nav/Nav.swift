/// The navigation of one doc site: what its `nav` says, or what its files give.
package struct Nav: Sendable, Hashable {
  package indirect enum Item: Sendable, Hashable {
    /// A title and what stands below it. `range` is the title's place; nil when made from files.
    case section(title: String, items: [Item], range: SourceRange?)
    /// A Markdown file below `docs_dir`; the page gives the title when there is none here.
    case page(path: String, title: String?, range: SourceRange?)
    /// An address outside the pages: a URL, or a path below `docs_dir` of a file that is no page.
    case link(title: String?, url: String, range: SourceRange?)
    /// Another project's `mkdocs.yml`, relative to this configuration's folder: `!include`, and `*include` with a glob.
    case include(title: String?, path: String, isGlob: Bool, range: SourceRange?)
  }

  package var items: [Item]

  package init(_ items: [Item]) { self.items = items }

  /// The pages in reading order, for previous and next; a page that stands twice comes twice. O(items).
  package var pages: [(path: String, title: String?)] {
    var pages: [(path: String, title: String?)] = [], waiting = Array(items.reversed())
    while let item = waiting.popLast() {
      switch item {
      case .page(let path, let title, _): pages.append((path, title))
      case .section(_, let items, _): waiting += items.reversed()
      case .link, .include: continue
      }
    }
    return pages
  }

  /// How deep sections nest, and how many items a `nav` may have.
  static let depthLimit = 32
  static let itemLimit = 20_000
}
