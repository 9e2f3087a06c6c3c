import TechDocsModel

/// The navigation of a doc site as one page shows it: the open branch in full, closed sections as one link each.
///
/// So its size does not grow with the site. Class names are Material's, which Backstage's reader and users' style
/// sheets know.
struct NavRenderer {
  let nav: SiteNav
  /// By page index in the portal: title and percent-encoded address from the site's root.
  let titles: [String]
  let addresses: [String]
  /// How many entries of one list are shown before the list is cut around the current one.
  static let window = 60

  func render(page: Int, root: String, into html: inout HTMLBuffer) {
    let trail = nav.trails[page] ?? []
    list(nav.items, trail: trail[...], page: page, root: root, level: 0, into: &html)
  }

  private func list(
    _ items: [SiteNav.Item], trail: ArraySlice<Int>, page: Int, root: String, level: Int, into html: inout HTMLBuffer
  ) {
    html.put("<ul class=\"md-nav__list\">")
    let shown = visible(items.count, around: trail.first ?? 0)
    if shown.lowerBound > 0 { more(items[shown.lowerBound - 1], root: root, into: &html) }
    for position in shown {
      let isOpen = trail.first == position
      switch items[position] {
      case .page(let index, let title):
        leaf(title ?? titles[index], root + addresses[index], isCurrent: index == page && isOpen, into: &html)
      case .link(let title, let url): leaf(title, address(url, root: root), isCurrent: false, into: &html)
      case .section(let title, let inner) where isOpen:
        html.put("<li class=\"md-nav__item md-nav__item--active md-nav__item--nested\"><span class=\"md-nav__link\">")
        label(title, into: &html)
        html.put("</span><nav class=\"md-nav\" data-md-level=\"")
        html.put(level + 1)
        html.put("\" aria-label=\"")
        html.putEscaped(title)
        html.put("\">")
        list(inner, trail: trail.dropFirst(), page: page, root: root, level: level + 1, into: &html)
        html.put("</nav></li>\n")
      case .section(let title, _): closed(title, items[position].firstPage, root: root, into: &html)
      }
    }
    if shown.upperBound < items.count { more(items[shown.upperBound], root: root, into: &html) }
    html.put("</ul>")
  }

  /// A path names a file of the doc site; anything else stands as it is.
  private func address(_ url: String, root: String) -> String {
    url.hasPrefix("/") || LinkTarget.isExternal(url) ? url : root + PercentEncoding.path(url)
  }

  private func visible(_ count: Int, around position: Int) -> Range<Int> {
    guard count > Self.window else { return 0..<count }
    let start = min(max(0, position - Self.window / 2), count - Self.window)
    return start..<start + Self.window
  }

  private func leaf(_ title: String, _ url: String, isCurrent: Bool, into html: inout HTMLBuffer) {
    html.put("<li class=\"md-nav__item")
    html.put(
      isCurrent
        ? " md-nav__item--active\"><a class=\"md-nav__link md-nav__link--active\"" : "\"><a class=\"md-nav__link\"")
    html.put(" href=\"")
    html.putEscaped(url)
    html.put(isCurrent ? "\" aria-current=\"page\">" : "\">")
    label(title, into: &html)
    html.put("</a></li>\n")
  }

  /// A closed section leads to its first page.
  private func closed(_ title: String, _ page: Int?, root: String, into html: inout HTMLBuffer) {
    html.put("<li class=\"md-nav__item md-nav__item--pruned md-nav__item--nested\">")
    guard let page else {
      html.put("<span class=\"md-nav__link\">")
      label(title, into: &html)
      html.put("</span></li>\n")
      return
    }
    html.put("<a class=\"md-nav__link\" href=\"")
    html.putEscaped(root + addresses[page])
    html.put("\">")
    label(title, into: &html)
    html.put("<span class=\"md-nav__icon md-icon\"></span></a></li>\n")
  }

  /// The neighbour of a cut list, as a way on.
  private func more(_ item: SiteNav.Item, root: String, into html: inout HTMLBuffer) {
    guard let page = item.firstPage else { return }
    html.put("<li class=\"md-nav__item md-nav__item--more\"><a class=\"md-nav__link\" href=\"")
    html.putEscaped(root + addresses[page])
    html.put("\">")
    label("… " + titles[page], into: &html)
    html.put("</a></li>\n")
  }

  private func label(_ title: String, into html: inout HTMLBuffer) {
    html.put("<span class=\"md-ellipsis\">")
    html.putEscaped(title)
    html.put("</span>")
  }
}
