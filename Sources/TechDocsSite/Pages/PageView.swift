package import TechDocsMarkdown
package import TechDocsModel

/// What stands on a generated page, inside the theme's frame.
package struct PageView: Sendable {
  /// One step of the way from the home page to this one.
  package struct Crumb: Sendable, Hashable {
    package let title: String
    /// Nil for a step without a page.
    package let path: SitePath?

    package init(_ title: String, _ path: SitePath? = nil) {
      self.title = title
      self.path = path
    }
  }

  /// The document's title, without the site's name.
  package var title: String
  /// For search engines; plain text.
  package var description: String?
  /// From the home page down, without the page itself.
  package var breadcrumbs: [Crumb] = []
  /// What the table of contents lists; ids as they stand in `main`.
  package var headings: [Heading] = []
  /// The article, finished HTML; for a `.file` the whole file.
  package var main: [UInt8]
  /// What the article is called where all of it is navigation; search engines that read pages then find what it leads to.
  package var navigation: String?
  /// Whether the page is going to search as soon as it has arrived.
  package var isSearch = false
  /// What is known of the page, below the article; finished HTML.
  package var meta: [UInt8] = []

  package init(title: String, main: [UInt8]) {
    self.title = title
    self.main = main
  }
}
