import TechDocsModel

/// All pages that may be found, from A to Z, in lists that a reader can load.
///
/// A small portal's search page holds them all. In a larger one each list is a page of its own and the search page
/// leads there, so that its weight does not grow with the number of pages.
struct PageLists: Sendable {
  /// One list, as it is known before titles are.
  struct Place: Sendable, Hashable {
    let docSite: Int
    /// From 1.
    let number: Int
    let path: SitePath
  }

  /// The most pages of one list, and of all lists that the search page holds itself.
  static let rows = 300

  /// Empty where the search page holds them all.
  let places: [Place]

  init(_ portal: Portal) {
    let counts = SearchRecords.pages(of: portal).map(\.count)
    guard counts.reduce(0, +) > Self.rows else {
      places = []
      return
    }
    places = zip(counts.indices, counts).flatMap { docSite, count in
      let folder = RelativePath.joining("search/all", portal.docSites[docSite].base)
      return (0..<(count + Self.rows - 1) / Self.rows).map { index in
        Place(docSite: docSite, number: index + 1, path: SitePath("\(folder)/\(index + 1)/index.html"))
      }
    }
  }

  /// The pages of a list, `pages` being those of its doc site in their order.
  func rows(of place: Place, _ pages: [TitledPage]) -> [TitledPage] {
    Array(pages.dropFirst((place.number - 1) * Self.rows).prefix(Self.rows))
  }
}

/// A page as lists name it.
struct TitledPage: Sendable {
  let path: SitePath
  let title: String

  /// The pages of each doc site that may be found, from A to Z, without regard to case and the same in every locale.
  static func all(in portal: LinkedPortal) -> [[TitledPage]] {
    SearchRecords(portal: portal).pages.map { pages in
      pages.map {
        (portal.titles[$0].lowercased(), TitledPage(path: portal.portal.pages[$0].path, title: portal.titles[$0]))
      }
      .sorted { $0.0 == $1.0 ? $0.1.title.isBefore($1.1.title) : $0.0.isBefore($1.0) }.map(\.1)
    }
  }
}
