import TechDocsMarkdown
import TechDocsModel

/// The title that readers see.
///
/// Source: MkDocs 1.6 `Page.title`: the navigation's, the front matter's, the first heading of level 1, `Home`, or the
/// file's name with spaces for dashes, capitalised when it is all lower case.
struct PageTitle {
  private let page: Page
  private let headings: [Heading]
  private let nav: SiteNav

  init(_ page: Page, headings: [Heading], nav: SiteNav) {
    self.page = page
    self.headings = headings
    self.nav = nav
  }

  func title(of index: Int) -> String {
    if let title = nav.titles[index] ?? page.frontMatter?["title"]?.string { return title }
    if let first = headings.first, first.level == 1, !first.title.isEmpty { return first.title }
    return page.isHome ? "Home" : titleFromFileName
  }

  private var titleFromFileName: String {
    let path = page.docPath
    let name = path.split(separator: "/").last.map { $0.hasSuffix(".md") ? $0.dropLast(3) : $0 } ?? ""
    let words = String(name).replacing("-", with: " ").replacing("_", with: " ")
    guard words == words.lowercased() else { return words }
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
