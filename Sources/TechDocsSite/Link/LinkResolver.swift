import TechDocsCatalog
import TechDocsMarkdown
import TechDocsModel

/// Finds where the links of one page lead.
///
/// A Markdown link is a path between sources, as in MkDocs; raw HTML is written for the built page. Both are looked up
/// both ways, so that what an author evidently meant works wherever the page ends up.
struct LinkResolver: Sendable {
  let portal: Portal
  let index: LinkIndex

  func resolve(_ link: LinkHole, on pageIndex: Int) -> ResolvedLink {
    let page = portal.pages[pageIndex]
    let (outcome, wanted) = outcome(of: link.target, on: page, pageIndex)
    return ResolvedLink(page: pageIndex, link: link, outcome: outcome, wanted: wanted)
  }

  private func outcome(of text: String, on page: Page, _ pageIndex: Int) -> (ResolvedLink.Outcome, String?) {
    if LinkTarget.isEntity(text) { return (entityOutcome(text), nil) }
    if text.isEmpty || LinkTarget.isExternal(text) { return (.external, nil) }
    let target = LinkTarget(text)
    if target.path.isEmpty { return (.page(pageIndex, anchor: target.anchor), nil) }
    let wanted = wantedPath(target.path, on: page)
    guard let place = place(of: target.path, wanted: wanted, on: page) else {
      // An absolute path may belong to another part of the host; MkDocs leaves it alone, and so do we.
      return (target.path.hasPrefix("/") ? .external : .missing, wanted)
    }
    return (outcome(at: place, target), wanted)
  }

  private func outcome(at place: LinkIndex.Place, _ target: LinkTarget) -> ResolvedLink.Outcome {
    switch place {
    case .page(let index): .page(index, anchor: target.anchor)
    case .file(let path): .file(path)
    }
  }

  private func wantedPath(_ path: String, on page: Page) -> String? {
    let folder = path.hasPrefix("/") ? "" : RelativePath.folder(of: page.docPath)
    return RelativePath.resolving(path, from: folder)
  }

  private func place(of path: String, wanted: String?, on page: Page) -> LinkIndex.Place? {
    if let wanted, let place = index.place(docPath: wanted, in: page.docSite) { return place }
    if !path.hasPrefix("/"), let place = sourcePlace(path, on: page) { return place }
    return addressPlace(path, on: page)
  }

  /// The path between files on disk, across repositories.
  private func sourcePlace(_ path: String, on page: Page) -> LinkIndex.Place? {
    let folder = RelativePath.folder(of: page.source.path.description)
    return RelativePath.resolving(path, from: folder).flatMap { index.place(source: $0) }
  }

  /// The path between addresses of the built site.
  private func addressPlace(_ path: String, on page: Page) -> LinkIndex.Place? {
    let folder = path.hasPrefix("/") ? portal.docSites[page.docSite].base : RelativePath.folder(of: page.path.path)
    guard let inside = RelativePath.resolving(path, from: folder) else { return nil }
    return index.place(address: path.hasSuffix("/") && !inside.isEmpty ? inside + "/" : inside)
  }

  /// `kind:[namespace/]name[/page.md][#anchor]`.
  private func entityOutcome(_ text: String) -> ResolvedLink.Outcome {
    let target = LinkTarget(text)
    let colon = target.path.firstIndex(of: ":") ?? target.path.startIndex
    let kind = String(target.path[..<colon])
    let parts = target.path[target.path.index(after: colon)...].split(separator: "/").map(String.init)
    for (ref, path) in candidates(kind: kind, parts) {
      guard let docSite = index.entities[ref] else {
        if path.isEmpty, let page = index.entityPages[ref] { return .file(page) }
        continue
      }
      let place = index.place(docPath: path, in: docSite)
      return place.map { outcome(at: $0, target) } ?? .missing
    }
    return .unknownEntity(EntityRef(kind: kind, name: parts.joined(separator: "/")))
  }

  /// The two readings of `a/b`: namespace and name, or name and page.
  private func candidates(kind: String, _ parts: [String]) -> [(EntityRef, path: String)] {
    let short = parts.first.map { (EntityRef(kind: kind, name: $0), parts.dropFirst().joined(separator: "/")) }
    guard parts.count >= 2 else { return short.map { [$0] } ?? [] }
    let long = EntityRef(kind: kind, namespace: parts[0], name: parts[1])
    return [(long, parts.dropFirst(2).joined(separator: "/"))] + (short.map { [$0] } ?? [])
  }
}
