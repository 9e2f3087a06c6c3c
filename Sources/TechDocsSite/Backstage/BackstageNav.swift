import TechDocsModel

/// The navigation as Material for MkDocs writes it: sections fold by a checkbox, so no script is needed.
struct BackstageNav: Sendable {
  let nav: SiteNav
  /// By page index in the portal.
  let titles: [String]
  let addresses: [String]

  /// Above this many entries, a page shows the branch that it stands in and one link for each other section.
  private static let wholeLimit = 500

  func render(page: Int, root: String, into html: inout HTMLBuffer) {
    let trail = nav.trails[page] ?? []
    list(nav.items, trail: trail[...], place: Place(page: page, root: root, level: 0, id: "__nav"), into: &html)
  }

  private struct Place {
    let page: Int
    /// The way from the page to its doc site's folder.
    let root: String
    var level: Int
    /// `__nav_2_1` for the first section in the second.
    var id: String
  }

  private func list(
    _ items: [SiteNav.Item], trail: ArraySlice<Int>?, place: Place, into html: inout HTMLBuffer
  ) {
    html.put("<ul class=\"md-nav__list\">\n")
    for (position, item) in items.enumerated() {
      let isOpen = trail?.first == position
      switch item {
      case .page(let index, let title):
        link(
          title ?? titles[index], place.root + addresses[index], isActive: isOpen && index == place.page, into: &html)
      case .link(let title, let url):
        let isWhole = url.hasPrefix("/") || LinkTarget.isExternal(url)
        link(title, isWhole ? url : place.root + PercentEncoding.path(url), isActive: false, into: &html)
      case .section(let title, let inner) where isOpen || nav.entryCount <= Self.wholeLimit:
        var below = place
        (below.level, below.id) = (place.level + 1, "\(place.id)_\(position + 1)")
        section(title, inner, trail: isOpen ? trail?.dropFirst() : nil, isOpen: isOpen, below, into: &html)
      case .section(let title, _):
        guard let first = item.firstPage else { continue }
        link(title, place.root + addresses[first], isActive: false, into: &html)
      }
    }
    html.put("</ul>\n")
  }

  private func link(_ title: String, _ url: String, isActive: Bool, into html: inout HTMLBuffer) {
    html.put(isActive ? "<li class=\"md-nav__item md-nav__item--active\">" : "<li class=\"md-nav__item\">")
    html.put("<a class=\"md-nav__link")
    html.put(isActive ? " md-nav__link--active\" href=\"" : "\" href=\"")
    html.putEscaped(url)
    html.put("\"><span class=\"md-ellipsis\">")
    html.putEscaped(title)
    html.put("</span></a></li>\n")
  }

  private func section(
    _ title: String, _ items: [SiteNav.Item], trail: ArraySlice<Int>?, isOpen: Bool, _ place: Place,
    into html: inout HTMLBuffer
  ) {
    html.put("<li class=\"md-nav__item md-nav__item--nested")
    html.put(isOpen ? " md-nav__item--active\">" : "\">")
    html.put("<input class=\"md-nav__toggle md-toggle\" type=\"checkbox\" id=\"\(place.id)\"")
    html.put(isOpen ? " checked>" : ">")
    html.put("<label class=\"md-nav__link\" for=\"\(place.id)\" id=\"\(place.id)_label\" tabindex=\"0\">")
    html.put("<span class=\"md-ellipsis\">")
    html.putEscaped(title)
    html.put("</span><span class=\"md-nav__icon md-icon\"></span></label>\n<nav class=\"md-nav\" data-md-level=\"")
    html.put(
      "\(place.level)\" aria-labelledby=\"\(place.id)_label\"><label class=\"md-nav__title\" for=\"\(place.id)\">")
    html.put("<span class=\"md-nav__icon md-icon\"></span>")
    html.putEscaped(title)
    html.put("</label>\n")
    list(items, trail: trail, place: place, into: &html)
    html.put("</nav></li>\n")
  }
}
