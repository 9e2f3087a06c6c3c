import TechDocsMarkdown
import TechDocsModel

/// A page's article with every link target filled in.
struct ArticleRenderer {
  let portal: LinkedPortal
  let page: Int
  let images: ImageFiles

  func render(into html: inout HTMLBuffer) {
    let parsed = portal.parsed[page]
    if !hasTopHeading(parsed) { putTitle(into: &html) }
    var from = 0
    for link in portal.links[page] {
      html.put(parsed.html[from..<link.link.hole.lowerBound])
      if let address = address(of: link) {
        html.putEscaped(address)
      } else {
        html.put(parsed.html[link.link.hole])
      }
      from = link.link.hole.upperBound
      // The quote at the end of the value is copied first.
      if let tag = link.link.image, from < parsed.html.count {
        html.put(parsed.html[from])
        from += 1
        put(tag, of: link, into: &html)
      }
    }
    html.put(parsed.html[from...])
  }

  /// Whether the author gave the page a heading of the first level, in Markdown or in HTML.
  private func hasTopHeading(_ parsed: ParsedMarkdown) -> Bool {
    if parsed.headings.contains(where: { $0.level == 1 }) { return true }
    let tag = Array("<h1".utf8)
    return parsed.html.indices.contains { parsed.html[$0] == tag[0] && parsed.html[$0...].starts(with: tag) }
  }

  /// The page's title in place of the heading that it lacks. Source: Material for MkDocs, `content.html`.
  private func putTitle(into html: inout HTMLBuffer) {
    html.put("<h1>")
    html.putEscaped(portal.titles[page])
    html.put("</h1>\n")
  }

  /// What lets a browser keep the place free, and fetch the picture when it is about to be seen.
  private func put(_ tag: ImageTag, of link: ResolvedLink, into html: inout HTMLBuffer) {
    if !tag.hasStyle, tag.width == nil || tag.height == nil, case .file(let path) = link.outcome,
      let size = images.size(at: path)?.fitted(width: tag.width, height: tag.height)
    {
      if tag.width == nil { put("width", size.width, into: &html) }
      if tag.height == nil { put("height", size.height, into: &html) }
    }
    if !tag.hasLoading { html.put(" loading=\"lazy\"") }
    if !tag.hasDecoding { html.put(" decoding=\"async\"") }
  }

  private func put(_ name: StaticString, _ number: Int, into html: inout HTMLBuffer) {
    html.put(" ")
    html.put(name)
    html.put("=\"")
    html.put(number)
    html.put("\"")
  }

  /// The address to write; nil to leave the author's text.
  private func address(of link: ResolvedLink) -> String? {
    let target = LinkTarget(link.link.target)
    switch link.outcome {
    case .page(let other, _):
      if other == page, target.path.isEmpty { return nil }
      return relative(to: portal.portal.pages[other].path) + target.suffix
    case .file(let path): return relative(to: path) + target.suffix
    case .external, .missing, .unknownEntity: return nil
    }
  }

  private func relative(to path: SitePath) -> String {
    PercentEncoding.path(portal.portal.pages[page].path.relativeURL(to: path))
  }
}
