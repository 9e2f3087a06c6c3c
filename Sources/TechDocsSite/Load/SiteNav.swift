/// The navigation of one doc site, its pages found.
package struct SiteNav: Sendable {
  package indirect enum Item: Sendable {
    /// The index of a page in the portal, and the title that `nav` gives it.
    case page(Int, title: String?)
    /// A link to somewhere else; the address as written.
    case link(title: String, url: String)
    case section(title: String, items: [Item])
  }

  package let items: [Item]
  /// All pages in reading order; each at its first place only.
  package let pages: [Int]
  /// The place of each page in `pages`.
  package let positions: [Int: Int]
  /// Where each page stands: the position at each level, outermost first.
  package let trails: [Int: [Int]]
  /// The titles that `nav` gives to pages.
  package let titles: [Int: String]

  package init(_ items: [Item]) {
    self.items = items
    var walk = Walk()
    walk.visit(items, trail: [])
    (pages, trails, titles) = (walk.pages, walk.trails, walk.titles)
    positions = Dictionary(uniqueKeysWithValues: walk.pages.enumerated().map { ($1, $0) })
  }

  /// The sections above a page, outermost first, each with the page that it leads to; empty for a page that is not in
  /// the navigation.
  package func sections(above page: Int) -> [(title: String, page: Int?)] {
    var sections: [(String, Int?)] = [], level = items
    for position in trails[page] ?? [] {
      guard case .section(let title, let items) = level[position] else { break }
      sections.append((title, level[position].firstPage))
      level = items
    }
    return sections
  }

  /// How many entries there are at all levels together.
  package var entryCount: Int { items.reduce(0) { $0 + $1.entryCount } }

  /// One pass over the tree; the depth of `nav` is capped when it is read, so recursion is bounded.
  private struct Walk {
    var pages: [Int] = []
    var trails: [Int: [Int]] = [:]
    var titles: [Int: String] = [:]

    mutating func visit(_ items: [Item], trail: [Int]) {
      for (position, item) in items.enumerated() {
        switch item {
        case .page(let page, let title):
          if let title, titles[page] == nil { titles[page] = title }
          guard trails[page] == nil else { continue }
          trails[page] = trail + [position]
          pages.append(page)
        case .section(_, let items): visit(items, trail: trail + [position])
        case .link: continue
        }
      }
    }
  }
}

extension SiteNav.Item {
  /// This entry and all below it. The depth of `nav` is capped when it is read.
  fileprivate var entryCount: Int {
    guard case .section(_, let items) = self else { return 1 }
    return items.reduce(1) { $0 + $1.entryCount }
  }

  /// The first page below an item, where a closed section leads; nil when it has none.
  var firstPage: Int? {
    switch self {
    case .page(let page, _): page
    case .link: nil
    case .section(_, let items): items.lazy.compactMap(\.firstPage).first
    }
  }
}
