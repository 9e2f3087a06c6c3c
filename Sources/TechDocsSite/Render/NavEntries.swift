import TechDocsModel

/// The single entries of a navigation.
extension NavRenderer {
  func leaf(_ title: String, _ url: String, page: Int? = nil, isCurrent: Bool, into html: inout HTMLBuffer) {
    html.put(isCurrent ? "<li class=\"md-nav__item md-nav__item--active\">" : "<li class=\"md-nav__item\">")
    anchor(title, url, isCurrent: isCurrent, status: page.flatMap { features.statuses[$0] }, into: &html)
    html.put("</li>\n")
  }

  func anchor(_ title: String, _ url: String, isCurrent: Bool, status: String? = nil, into html: inout HTMLBuffer) {
    html.put(isCurrent ? "<a class=\"md-nav__link md-nav__link--active\" href=\"" : "<a class=\"md-nav__link\" href=\"")
    html.putEscaped(url)
    html.put(isCurrent ? "\" aria-current=\"page\">" : "\">")
    html.putEscaped(title)
    if let status {
      html.put("<span class=\"md-nav__status md-nav__status--")
      html.putEscaped(status)
      html.put("\">")
      html.putEscaped(status)
      html.put("</span>")
    }
    html.put("</a>")
  }

  /// The name of a section that cannot be folded.
  func name(_ title: String, into html: inout HTMLBuffer) {
    html.put("<span class=\"md-nav__link\">")
    html.putEscaped(title)
    html.put("</span>")
  }

  /// What folds a section: its name, or beside a name that is a link of its own, an arrow.
  func summary(_ title: String, isArrow: Bool, into html: inout HTMLBuffer) {
    if isArrow {
      html.put("<summary class=\"md-nav__link\" aria-label=\"")
      html.putEscaped(title)
      html.put("\">")
    } else {
      html.put("<summary class=\"md-nav__link\">")
      html.putEscaped(title)
    }
    html.put("</summary>")
  }

  /// A closed section of a large doc site leads to its first page.
  func closed(_ title: String, _ page: Int?, _ place: Place, into html: inout HTMLBuffer) {
    html.put("<li class=\"md-nav__item md-nav__item--pruned md-nav__item--nested\">")
    guard let page else {
      name(title, into: &html)
      html.put("</li>\n")
      return
    }
    html.put("<a class=\"md-nav__link\" href=\"")
    html.putEscaped(place.root + addresses[page])
    html.put("\">")
    html.putEscaped(title)
    html.put("</a></li>\n")
  }

  /// The neighbour of a cut list, as a way on.
  func more(_ item: SiteNav.Item, _ place: Place, into html: inout HTMLBuffer) {
    guard let (title, url) = destination(of: item, root: place.root) else { return }
    html.put("<li class=\"md-nav__item md-nav__item--more\"><a class=\"md-nav__link\" href=\"")
    html.putEscaped(url)
    html.put("\">")
    html.putEscaped("… \(title)")
    html.put("</a></li>\n")
  }
}
