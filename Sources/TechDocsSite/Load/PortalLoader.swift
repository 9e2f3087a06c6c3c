import TechDocsCatalog
package import TechDocsModel

extension Portal {
  /// Reads every repository of a workspace. A source that cannot be read fails alone, with its diagnostics.
  ///
  /// Pages that `memo` knows in this very state are taken from there.
  package static func loading(_ workspace: Workspace, concurrency: Concurrency, memo: BuildMemo = BuildMemo())
    -> Diagnosed<Portal>
  {
    var diagnostics: [Diagnostic] = []
    var folders: [DocsFolder] = []
    let catalog = LoadedCatalog.loading(workspace, concurrency: concurrency).collecting(into: &diagnostics)
    let platform = LoadedPlatform.loading(workspace, catalog.catalog, concurrency: concurrency)
      .collecting(into: &diagnostics)
    for (index, repository) in workspace.repositories.enumerated() {
      let search = DocsFolderSearch(
        repository: repository, index: index, entities: catalog.entities(of: index), isPortal: workspace.isPortal)
      folders += search.folders().collecting(into: &diagnostics)
    }
    folders = unique(folders, in: workspace).collecting(into: &diagnostics)
    var loaded: [LoadedDocSite] = []
    for folder in folders {
      let loader = DocSiteLoader(
        workspace: workspace, folder: folder, docSite: loaded.count, concurrency: concurrency, memo: memo)
      if let docSite = loader.load().collecting(into: &diagnostics) { loaded.append(docSite) }
    }
    let histories = HistoryLoading(workspace: workspace, memo: memo).histories(of: loaded)
      .collecting(into: &diagnostics)
    return Diagnosed(Portal(workspace, catalog.catalog, platform, loaded, histories), diagnostics)
  }

  /// Two doc sites of one entity would share an address: the second is reported and left out.
  private static func unique(_ folders: [DocsFolder], in workspace: Workspace) -> Diagnosed<[DocsFolder]> {
    guard workspace.isPortal else { return Diagnosed(folders) }
    var holders: [EntityRef: DocsFolder] = [:]
    var result = Diagnosed<[DocsFolder]>([])
    for folder in folders {
      guard let ref = folder.ref else { continue }
      if let holder = holders[ref] {
        result.diagnostics.append(duplicate(ref, folder, holder, in: workspace))
      } else {
        holders[ref] = folder
        result.value.append(folder)
      }
    }
    return result
  }

  private static func duplicate(
    _ ref: EntityRef, _ folder: DocsFolder, _ holder: DocsFolder, in workspace: Workspace
  ) -> Diagnostic {
    func place(_ folder: DocsFolder) -> SourceRange {
      let repository = workspace.repositories[folder.repository].name
      return SourceRange(SourcePath(repository: repository, path: "catalog-info.yaml"), line: 1)
    }
    return .error(
      "duplicate-entity", at: place(folder), "'\(ref)' is declared twice; its docs here are not built",
      help: "rename one of the two", notes: [.init("first declared here", at: place(holder))])
  }

  private init(
    _ workspace: Workspace, _ catalog: Catalog, _ platform: LoadedPlatform, _ loaded: [LoadedDocSite],
    _ histories: [Int: SiteHistory]
  ) {
    var pages: [Page] = [], docSites: [DocSite] = []
    for (index, docSite) in loaded.enumerated() {
      let places = Dictionary(docSite.pages.enumerated().map { ($1.docPath, pages.count + $0) }) { first, _ in first }
      let repository = workspace.repositories[docSite.folder.repository]
      docSites.append(
        DocSite(
          ref: docSite.folder.ref, config: docSite.config, reading: docSite.reading, listing: docSite.listing,
          base: docSite.base, nav: SiteNav(docSite.nav.items.compactMap { SiteNav.Item($0, places) }),
          assets: docSite.assets,
          isTrusted: repository.isTrusted, repository: repository, themeFiles: docSite.themeFiles,
          redirects: docSite.redirects, history: histories[index]))
      pages += docSite.pages
    }
    let only = workspace.isPortal ? nil : loaded.first?.config
    self.init(
      name: only?.siteName ?? workspace.name, siteURL: only?.siteURL ?? workspace.siteURL, docSites: docSites,
      pages: pages, catalog: catalog, platform: platform, isWorkspace: workspace.isPortal)
    icons = workspace.icons
    annotationLinks = workspace.annotationLinks
    helpers = workspace.helpers
    search = workspace.search
  }
}

extension SiteNav.Item {
  /// An entry whose page is found in `places`; nil for one that was not built.
  fileprivate init?(_ item: Nav.Item, _ places: [String: Int]) {
    switch item {
    case .page(let path, let title, _):
      guard let page = places[path] else { return nil }
      self = .page(page, title: title)
    case .section(let title, let items, _): self = .section(title: title, items: items.compactMap { Self($0, places) })
    case .link(let title, let url, _):
      guard LinkTarget.isHarmless(url) else { return nil }
      self = .link(title: title ?? url, url: url)
    case .include: return nil
    }
  }
}
