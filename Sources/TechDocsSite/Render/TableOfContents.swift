import TechDocsMarkdown
import TechDocsModel

/// A page's headings below its title as nested lists.
struct TableOfContents {
  /// Headings of the levels 2 to `depth`, and of level 1 after the first.
  private let headings: [Heading]

  init(_ headings: [Heading], depth: Int = 6) {
    let isTitled = headings.first?.level == 1
    self.headings = headings.dropFirst(isTitled ? 1 : 0).filter { $0.level <= depth && !$0.id.isEmpty }
  }

  var isEmpty: Bool { headings.isEmpty }

  /// What the document's element says of a page that has contents, so that their room is kept before they have come.
  static let rootClass = " td-contents"

  /// Lists nest by level; a skipped level opens one list only. No recursion.
  func render(into html: inout HTMLBuffer) {
    var open: [Int] = []
    for heading in headings {
      while let last = open.last, last > heading.level, open.count > 1 {
        html.put("</li></ul>")
        open.removeLast()
      }
      if let last = open.last, last >= heading.level {
        html.put("</li>\n")
        open[open.count - 1] = heading.level
      } else {
        html.put(
          open.isEmpty
            ? "<ul class=\"md-nav__list\" data-md-component=\"toc\">" : "<ul class=\"md-nav md-nav__list\">")
        open.append(heading.level)
      }
      item(heading, into: &html)
    }
    for _ in open { html.put("</li></ul>") }
  }

  private func item(_ heading: Heading, into html: inout HTMLBuffer) {
    html.put("<li class=\"md-nav__item\"><a class=\"md-nav__link\" href=\"#")
    html.putEscaped(heading.id)
    html.put("\">")
    html.putEscaped(heading.title)
    html.put("</a>")
  }
}
