import TechDocsMarkdown
import TechDocsModel

/// A page's headings below its title as nested lists.
struct TableOfContents {
  /// Headings of the levels 2 to 6, and of level 1 after the first; of a long list the upper levels.
  private let headings: [Heading]
  /// How many there are with those that are left out; nil where none is.
  private let foldedCount: Int?
  /// The first heading after the last shown one, of a list that is cut.
  private let cut: Heading?

  /// How many lines stand on a laptop's screen without scrolling.
  static let foldLimit = 20

  /// Of more than `limit` headings the lowest levels are left out, as long as several headings stay; a list that is
  /// still too long is cut.
  init(_ headings: [Heading], limit: Int = .max) {
    let isTitled = headings.first?.level == 1
    let all = headings.dropFirst(isTitled ? 1 : 0).filter { !$0.id.isEmpty && !$0.title.isEmpty }
    var shown = all
    while shown.count > limit, let lowest = shown.map(\.level).max() {
      let upper = shown.filter { $0.level < lowest }
      guard upper.count > 1 else { break }
      shown = upper
    }
    self.headings = Array(shown.prefix(limit))
    foldedCount = self.headings.count < all.count ? all.count : nil
    cut = shown.count > limit ? shown[limit] : nil
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

  /// The button that shows what was left out: a script takes it from the article.
  func renderUnfolding(label: String, into html: inout HTMLBuffer) {
    guard let foldedCount else { return }
    html.put("\n<button class=\"td-all\" type=\"button\"")
    if let cut {
      html.put(" data-from=\"")
      html.putEscaped(cut.id)
      html.put("\"")
    }
    html.put(">")
    html.putEscaped(label)
    html.put(" <span class=\"td-count\">\(foldedCount)</span></button>")
  }

  private func item(_ heading: Heading, into html: inout HTMLBuffer) {
    html.put("<li class=\"md-nav__item\"><a class=\"md-nav__link\" href=\"#")
    html.putEscaped(heading.id)
    html.put("\">")
    html.putEscaped(heading.title)
    html.put("</a>")
  }
}
