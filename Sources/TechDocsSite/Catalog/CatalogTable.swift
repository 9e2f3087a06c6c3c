import TechDocsMarkdown

/// Tables whose columns are as wide before their rows have come as after, so that no page moves while it arrives.
///
/// They stand in a box of their own, which scrolls where the screen is too narrow.
extension CatalogHTML {
  /// Columns whose values are a word or a number.
  private static let narrow: Set<String> = [
    "Days before the code", "Docs", "Entities", "Findings", "For", "Kind", "Lifecycle", "Pages", "Relation",
    "Resources", "Severity", "Type",
  ]
  /// Columns whose values are sentences or expressions.
  private static let wide: Set<String> = ["Became", "Made and read by", "When", "Why"]

  /// The head of a table; empty titles are not possible, because each column needs a name.
  mutating func tableHead(_ titles: String...) { tableHead(titles) }

  mutating func tableHead(_ titles: [String]) {
    raw("<div class=\"td-scroll td-list\"><table class=\"td-even\">\n<thead>\n<tr>")
    for title in titles {
      if Self.narrow.contains(title) {
        raw("<th class=\"td-narrow\" scope=\"col\">")
      } else {
        raw(Self.wide.contains(title) ? "<th class=\"td-wide\" scope=\"col\">" : "<th scope=\"col\">")
      }
      text(title)
      raw("</th>")
    }
    raw("</tr>\n</thead>\n<tbody>\n")
  }

  mutating func tableEnd() { raw("</tbody>\n</table></div>\n") }
}
