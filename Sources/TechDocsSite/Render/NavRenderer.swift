import TechDocsModel

/// The navigation of a doc site as one page shows it.
///
/// A small doc site shows all of it, closed sections folded; a large one shows the open branch, and closed sections as
/// one link each, so that a page's size does not grow with the site. Class names are Material's, which users' style
/// sheets know.
struct NavRenderer {
  let nav: SiteNav
  /// By page index in the portal: title and percent-encoded address from the doc site's folder.
  let titles: [String]
  let addresses: [String]
  let features: NavFeatures
  /// Whether each page shows every entry.
  private let isWhole: Bool

  /// Up to how many entries a doc site shows on every page.
  private static let wholeLimit = 40
  /// How many entries a page of a larger one shows, of the list that holds the page and all lists above it together.
  private static let entryLimit = 41

  init(nav: SiteNav, titles: [String], addresses: [String], features: NavFeatures) {
    self.nav = nav
    self.titles = titles
    self.addresses = addresses
    self.features = features
    isWhole = nav.entryCount <= Self.wholeLimit
  }

  /// What stays the same while one page's navigation is written.
  struct Place {
    let page: Int
    /// The way from the page to its doc site's folder.
    let root: String
    /// By level: how many entries are shown of the list that leads to the page.
    let windows: [Int]
  }

  func render(page: Int, root: String, into html: inout HTMLBuffer) {
    let trail = nav.trails[page] ?? []
    let place = Place(page: page, root: root, windows: windows(along: trail))
    list(nav.items, trail: trail[...], level: 0, place, into: &html)
  }

  /// The entries of the first level, as a row below the header.
  func renderTabs(page: Int, root: String, label: String, into html: inout HTMLBuffer) {
    html.put("<nav class=\"md-tabs\" aria-label=\"")
    html.putEscaped(label)
    html.put("\"><ul class=\"md-tabs__list md-grid\">")
    let open = nav.trails[page]?.first
    for (position, item) in nav.items.enumerated().prefix(12) {
      guard let (title, url) = destination(of: item, root: root) else { continue }
      html.put("<li class=\"md-tabs__item")
      html.put(
        position == open
          ? " md-tabs__item--active\"><a class=\"md-tabs__link\" href=\"" : "\"><a class=\"md-tabs__link\" href=\"")
      html.putEscaped(url)
      html.put("\">")
      html.putEscaped(title)
      html.put("</a></li>")
    }
    html.put("</ul></nav>\n")
  }

  /// Where an entry leads; nil for a section without a page.
  func destination(of item: SiteNav.Item, root: String) -> (title: String, url: String)? {
    switch item {
    case .page(let index, let title): (title ?? titles[index], root + addresses[index])
    case .link(let title, let url): (title, address(url, root: root))
    case .section(let title, _): item.firstPage.map { (title, root + addresses[$0]) }
    }
  }

  private func list(
    _ items: [SiteNav.Item], trail: ArraySlice<Int>, level: Int, without hidden: Int? = nil, _ place: Place,
    into html: inout HTMLBuffer
  ) {
    html.put(level == 0 ? "<ul class=\"md-nav__list\">" : "<ul class=\"md-nav md-nav__list\">")
    let shown = visible(items.count, around: trail.first ?? 0, level: level, place)
    if shown.lowerBound > 0 { more(items[shown.lowerBound - 1], place, into: &html) }
    for position in shown where position != hidden {
      let isOpen = trail.first == position
      switch items[position] {
      case .page(let index, let title):
        let isCurrent = index == place.page && isOpen
        leaf(title ?? titles[index], place.root + addresses[index], page: index, isCurrent: isCurrent, into: &html)
      case .link(let title, let url): leaf(title, address(url, root: place.root), isCurrent: false, into: &html)
      case .section(let title, let inner) where isOpen || isWhole:
        section(title, inner, trail: isOpen ? trail.dropFirst() : nil, level: level, place, into: &html)
      case .section(let title, _): closed(title, items[position].firstPage, place, into: &html)
      }
    }
    if shown.upperBound < items.count { more(items[shown.upperBound], place, into: &html) }
    html.put("</ul>")
  }

  /// A section with its entries; `trail` is nil for one that the page does not stand in.
  private func section(
    _ title: String, _ items: [SiteNav.Item], trail: ArraySlice<Int>?, level: Int, _ place: Place,
    into html: inout HTMLBuffer
  ) {
    let isGroup = features.hasSections && level == 0
    html.put("<li class=\"md-nav__item md-nav__item--nested")
    if trail != nil { html.put(" md-nav__item--active") }
    if isGroup { html.put(" md-nav__item--section") }
    let index = features.indexPage(of: items)
    if let index {
      html.put(" md-nav__item--index\">")
      let isCurrent = index == place.page && trail?.first == 0
      anchor(title, place.root + addresses[index], isCurrent: isCurrent, into: &html)
    } else {
      html.put("\">")
    }
    if isGroup {
      if index == nil { name(title, into: &html) }
    } else {
      html.put(trail != nil || features.isExpanded ? "<details open>" : "<details>")
      summary(title, isArrow: index != nil, into: &html)
    }
    list(items, trail: trail ?? [], level: level + 1, without: index.map { _ in 0 }, place, into: &html)
    html.put(isGroup ? "</li>\n" : "</details></li>\n")
  }

  /// A path names a file of the doc site; anything else stands as it is.
  private func address(_ url: String, root: String) -> String {
    url.hasPrefix("/") || LinkTarget.isExternal(url) ? url : root + PercentEncoding.path(url)
  }

  /// Shares the limit among the lists that lead to a page: what a short one leaves over, the longer ones get.
  private func windows(along trail: [Int]) -> [Int] {
    var counts: [Int] = [], items = nav.items
    for position in trail {
      counts.append(items.count)
      guard case .section(_, let inner) = items[position] else { break }
      items = inner
    }
    var left = Self.entryLimit, windows = counts
    for (rank, level) in counts.indices.sorted(by: { (counts[$0], $0) < (counts[$1], $1) }).enumerated() {
      // A list that is cut shows the way on at both ends, and as much as tells where the page stands.
      let share = max(3, left / (counts.count - rank))
      windows[level] = counts[level] <= share ? counts[level] : max(3, share - 2)
      left -= min(counts[level], share)
    }
    return windows
  }

  private func visible(_ count: Int, around position: Int, level: Int, _ place: Place) -> Range<Int> {
    let window = level < place.windows.count ? place.windows[level] : Self.entryLimit
    guard count > window, !isWhole else { return 0..<count }
    let start = min(max(0, position - window / 2), count - window)
    return start..<start + window
  }
}
