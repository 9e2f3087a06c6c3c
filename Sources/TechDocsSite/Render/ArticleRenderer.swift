import TechDocsMarkdown
import TechDocsModel

/// A page's article with every link target filled in.
struct ArticleRenderer {
  let portal: LinkedPortal
  let page: Int

  func render(into html: inout HTMLBuffer) {
    let parsed = portal.parsed[page]
    var from = 0
    for link in portal.links[page] {
      html.put(parsed.html[from..<link.link.hole.lowerBound])
      if let address = address(of: link) {
        html.putEscaped(address)
      } else {
        html.put(parsed.html[link.link.hole])
      }
      from = link.link.hole.upperBound
    }
    html.put(parsed.html[from...])
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
