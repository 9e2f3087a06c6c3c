import Mustache
package import TechDocsModel

/// Everything that makes up a site, by address, rendered when it is asked for.
///
/// A build asks for all of it and keeps nothing; a preview asks for what its reader opens.
package struct SiteContents: Sendable {
  /// Where the bytes of an address come from.
  enum Entry: Sendable {
    /// The index of a page in the portal.
    case page(Int)
    /// The Markdown of a page, by the same index.
    case twin(Int)
    case planned(PlannedPage)
    case file(TreeFile)
    /// A drawing of an untrusted source, and where it is read.
    case drawing(TreeFile, any FileTree)
    case special(@Sendable () -> [UInt8])
  }

  /// What an address holds. `html` means the buffer that was passed in.
  package enum Content: Sendable {
    case html
    case bytes([UInt8])
    case file(TreeFile)
  }

  private let portal: LinkedPortal
  private let theme: Theme
  private let pages: PageRenderer
  private let frame: PlannedPageFrame
  private var renderers: [String: any PlannedPageRenderer] = [:]
  /// The search index, once a preview has asked for a file of it; a build writes it as it is made.
  private var index: [SitePath: [UInt8]]?
  private var searchMemo: SearchMemo? = SearchMemo()
  private let entries: [SitePath: Entry]
  /// Every address but those of the search index, sorted; as much work as there are addresses.
  package var paths: [SitePath] { entries.keys.sorted() }

  package init(_ portal: LinkedPortal, theme: Theme) throws {
    let values = ShellValues(portal: portal.portal), looks = DocSiteLooks(portal.portal, theme: theme)
    let template = try theme.template("page")
    let shells = try zip(portal.portal.docSites, looks.docSites).map { docSite, look in
      // Reading a template costs more than filling it in.
      let own = docSite.themeFiles.isEmpty ? template : try look.theme.template("page")
      return PageShell(template: own, values: values.values(for: docSite, look: look))
    }
    pages = PageRenderer(portal, shells: shells, words: looks.docSites.map(\.words))
    let only = portal.portal.isWorkspace ? nil : portal.portal.docSites.first
    let read = values.values(for: only, look: looks.common)
    frame = PlannedPageFrame(
      shell: PageShell(template: only == nil ? template : try looks.common.theme.template("page"), values: read),
      siteName: portal.portal.name, siteURL: portal.portal.siteURL, search: looks.common.search)
    let special = try SpecialPages(portal: portal, looks: looks, values: read, frame: frame).files()
    entries = Self.entries(portal, special)
    self.portal = portal
    self.theme = theme
  }

  /// The first claim of an address holds: a page, a repository's file, a generated page, what every site has.
  private static func entries(_ portal: LinkedPortal, _ special: [SpecialPages.File]) -> [SitePath: Entry] {
    var entries: [SitePath: Entry] = [:]
    entries.reserveCapacity(portal.portal.pages.count * 3)
    func claim(_ path: SitePath, _ entry: Entry) { if entries[path] == nil { entries[path] = entry } }
    for (index, page) in portal.portal.pages.enumerated() { claim(page.path, .page(index)) }
    for docSite in portal.portal.docSites {
      for asset in docSite.assets {
        claim(asset.path, asset.isCleaned ? .drawing(asset.file, docSite.repository.tree) : .file(asset.file))
      }
    }
    for page in portal.planned { claim(page.path, .planned(page)) }
    for (index, page) in portal.portal.pages.enumerated() { claim(MarkdownTwin.path(of: page.path), .twin(index)) }
    for file in special { claim(file.path, .special(file.content)) }
    return entries
  }

  /// Makes the search index, should it be asked for, of what `earlier` contents have of theirs and what changed since.
  package mutating func takeIndex(of earlier: SiteContents) { searchMemo = earlier.searchMemo }

  /// Does the work that all generated pages of a kind share; for the page at `path`, or for all.
  ///
  /// A generated page has content only after this.
  package mutating func prepare(for path: SitePath? = nil) throws {
    if let path, entries[path] == nil, path.path.hasPrefix(SearchStage.folder), index == nil {
      try prepare()
      var files: [SitePath: [UInt8]] = [:]
      search(Concurrency()).write(remembering: &searchMemo) { files[$0] = $1 }
      index = files
    }
    let wanted = path.map { entries[$0].map { [$0] } ?? [] } ?? Array(entries.values)
    let kinds = Set(wanted.compactMap { if case .planned(let page) = $0 { page.kind } else { nil } })
    for kind in allPageKinds where kinds.contains(kind.name) && renderers[kind.name] == nil {
      renderers[kind.name] = try kind.renderer(in: portal, theme: theme)
    }
  }

  /// Renders what stands at an address; nil when nothing does. `html` is the worker's buffer, its content is lost.
  package func content(at path: SitePath, using html: inout HTMLBuffer) -> Content? {
    switch entries[path] {
    case .page(let index):
      pages.render(index, into: &html)
      return .html
    case .twin(let index): return .bytes(MarkdownTwin(portal: portal).bytes(of: index))
    case .planned(let page): return content(of: page, using: &html)
    case .file(let file): return .file(file)
    case .drawing(let file, let tree): return PublishPolicy.cleaned(file, in: tree).map { .bytes($0) }
    case .special(let content): return .bytes(content())
    case nil: return index?[path].map { .bytes($0) }
    }
  }

  /// What makes the search index. Generated pages are in it only after `prepare`.
  func search(_ concurrency: Concurrency) -> SearchStage {
    SearchStage(
      portal: portal, generated: allPageKinds.flatMap { renderers[$0.name]?.searchPages ?? [] },
      concurrency: concurrency)
  }

  private func content(of page: PlannedPage, using html: inout HTMLBuffer) -> Content? {
    guard let view = renderers[page.kind]?.view(of: page) else { return nil }
    if page.format == .file { return .bytes(view.main) }
    frame.render(view, at: page.path, into: &html)
    return .html
  }
}
