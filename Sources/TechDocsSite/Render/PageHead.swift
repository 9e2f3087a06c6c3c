import TechDocsModel

extension PageParts {
  /// What search engines, previews in chats and agents read of a page.
  func putHead(into html: inout HTMLBuffer) {
    let current = portal.portal.pages[page]
    let description = current.frontMatter?["description"]?.string ?? docSite.config.siteDescription
    if let description { meta("name=\"description\"", description, into: &html) }
    if let author = docSite.config.siteAuthor { meta("name=\"author\"", author, into: &html) }
    meta("property=\"og:type\"", current.isHome ? "website" : "article", into: &html)
    meta("property=\"og:title\"", portal.titles[page], into: &html)
    meta("property=\"og:site_name\"", docSite.config.siteName, into: &html)
    if let description { meta("property=\"og:description\"", description, into: &html) }
    html.put("<link rel=\"alternate\" type=\"text/markdown\" href=\"")
    html.putEscaped(
      PercentEncoding.path(String(MarkdownTwin.path(of: current.path).path.split(separator: "/").last ?? "")))
    html.put("\">\n")
    guard let base = portal.portal.siteURL else { return }
    let url = base + PercentEncoding.path(current.path.url)
    meta("property=\"og:url\"", url, into: &html)
    html.put("<link rel=\"canonical\" href=\"")
    html.putEscaped(url)
    html.put("\">\n")
  }

  private func meta(_ name: StaticString, _ content: String, into html: inout HTMLBuffer) {
    html.put("<meta ")
    html.put(name)
    html.put(" content=\"")
    html.putEscaped(content)
    html.put("\">\n")
  }
}
