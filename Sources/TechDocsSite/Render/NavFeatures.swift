import TechDocsModel

/// What a doc site's `theme.features` say of its navigation, and what its pages' front matter does.
struct NavFeatures: Sendable {
  /// `navigation.sections`: sections of the first level are headings that do not fold.
  let hasSections: Bool
  /// `navigation.expand`: all sections of a small doc site are open.
  let isExpanded: Bool
  /// `navigation.tabs`: the first level stands below the header.
  let hasTabs: Bool
  /// By page index: `status` of the front matter, as a badge.
  let statuses: [Int: String]
  /// Pages that are the index of their folder, where `navigation.indexes` joins them to their section.
  private let indexes: Set<Int>

  init(_ docSite: DocSite, pages: [Page]) {
    let features = Set(docSite.config.theme.features)
    hasSections = features.contains("navigation.sections")
    isExpanded = features.contains("navigation.expand")
    hasTabs = features.contains("navigation.tabs")
    statuses = docSite.nav.pages.reduce(into: [:]) { statuses, page in
      let status = pages[page].frontMatter?["status"]?.string
      if let status, Self.known.contains(status) { statuses[page] = status }
    }
    let isJoined = features.contains("navigation.indexes")
    indexes = isJoined ? Set(docSite.nav.pages.filter { Self.isIndex(pages[$0].docPath) }) : []
  }

  /// Material's words for the state of a page.
  private static let known: Set<String> = ["new", "deprecated"]

  private static func isIndex(_ path: String) -> Bool {
    ["index.md", "README.md"].contains(path.split(separator: "/").last ?? "")
  }

  /// The page that a section's own name leads to: its first entry, where that is an index.
  func indexPage(of items: [SiteNav.Item]) -> Int? {
    guard case .page(let page, _)? = items.first, indexes.contains(page) else { return nil }
    return page
  }
}
