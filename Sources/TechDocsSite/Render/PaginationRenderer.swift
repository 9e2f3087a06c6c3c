import TechDocsModel

/// Links to the pages before and after, in reading order.
struct PaginationRenderer {
  let parts: PageParts
  let nav: SiteNav

  func render(into html: inout HTMLBuffer) {
    guard let position = nav.positions[parts.page] else { return }
    if position > 0 {
      link(nav.pages[position - 1], kind: "prev", label: parts.words["previous"] ?? "Previous", into: &html)
    }
    if position + 1 < nav.pages.count {
      link(nav.pages[position + 1], kind: "next", label: parts.words["next"] ?? "Next", into: &html)
    }
  }

  private func link(_ page: Int, kind: String, label: String, into html: inout HTMLBuffer) {
    html.put("<a class=\"md-footer__link md-footer__link--\(kind)\" rel=\"\(kind)\" href=\"")
    html.putEscaped(parts.home + parts.addresses[page])
    html.put(
      "\"><span class=\"md-footer__title\"><span class=\"md-footer__direction\">")
    html.putEscaped(label)
    html.put(
      "</span> <span class=\"md-ellipsis\">"
    )
    html.putEscaped(parts.portal.titles[page])
    html.put("</span></span></a>\n")
  }
}
