import TechDocsModel

/// `llms.txt`: what a site holds, in few words, with links to the Markdown of its pages.
///
/// Source: llmstxt.org: a title, a quotation that says what it is about, and lists of links.
struct AgentIndex: Sendable {
  static let name = "llms.txt"

  let portal: LinkedPortal

  /// One for each doc site, and one above them that leads to them.
  var files: [SpecialPages.File] {
    let sites = portal.portal.docSites.map { docSite in
      SpecialPages.File(path: SitePath(RelativePath.joining(docSite.base, Self.name))) { Array(text(of: docSite).utf8) }
    }
    guard portal.portal.isWorkspace else { return sites }
    return sites + [SpecialPages.File(path: SitePath(Self.name)) { Array(overview.utf8) }]
  }

  private var overview: String {
    let lines = portal.portal.docSites.map { docSite in
      entry(docSite.config.siteName, PercentEncoding.path(RelativePath.joining(docSite.base, Self.name)), docSite.about)
    }
    return "# \(line(portal.portal.name))\n\n## Services\n\n\(lines.joined())"
  }

  private func text(of docSite: DocSite) -> String {
    var text = "# \(line(docSite.config.siteName))\n"
    if !docSite.about.isEmpty { text += "\n> \(line(docSite.about))\n" }
    var loose: [Int] = [], sections: [(title: String, pages: [Int])] = []
    for item in docSite.nav.items {
      switch item {
      case .page(let page, _): loose.append(page)
      case .section(let title, _): sections.append((title, Self.pages(of: item)))
      case .link: continue
      }
    }
    for (title, pages) in [("Pages", loose)] + sections where !pages.isEmpty {
      text += "\n## \(line(title))\n\n" + pages.map { entry(of: $0, in: docSite) }.joined()
    }
    return text
  }

  /// All pages below an entry; the depth of `nav` is capped when it is read.
  private static func pages(of item: SiteNav.Item) -> [Int] {
    switch item {
    case .page(let page, _): [page]
    case .section(_, let items): items.flatMap(pages)
    case .link: []
    }
  }

  private func entry(of page: Int, in docSite: DocSite) -> String {
    let current = portal.portal.pages[page]
    let twin = MarkdownTwin.path(of: current.path).path
    let address = PercentEncoding.path(RelativePath.tail(of: twin, below: docSite.base) ?? twin)
    return entry(portal.titles[page], address, current.frontMatter?["description"]?.string ?? "")
  }

  private func entry(_ title: String, _ address: String, _ about: String) -> String {
    "- [\(line(title))](\(address))\(about.isEmpty ? "" : ": \(line(about))")\n"
  }

  /// A text on one line, without what would end a link's name or begin a tag.
  private func line(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      byte >= 0x20 && byte < 0x7f && byte != UInt8(ascii: "[") && byte != UInt8(ascii: "]")
        && byte != UInt8(ascii: "<")
    }
    if isPlain { return text }
    let line = text.replacingASCII(["[": "(", "]": ")", "<": "&lt;"])
      .split(whereSeparator: \.isNewline).joined(separator: " ")
    return String(decoding: TwinCleaner(isTrusted: true).cleaned(Array(line.utf8)), as: UTF8.self)
  }
}
