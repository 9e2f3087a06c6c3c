import SiteTheme
import TechDocsCatalog
import TechDocsModel

/// A doc site whose files are read, before its pages have their place in the portal.
struct LoadedDocSite: Sendable {
  let folder: DocsFolder
  let config: MkDocsConfig
  let reading: ConfigReading?
  let base: String
  let listing: DocsListing
  let nav: Nav
  let pages: [Page]
  let assets: [Asset]
  let themeFiles: [ThemeFile]
  let redirects: [Redirect]
}

/// Reads one doc site: configuration, files, navigation. Whatever is wrong with it stays with it.
struct DocSiteLoader: Sendable {
  let workspace: Workspace
  let folder: DocsFolder
  let docSite: Int
  let concurrency: Concurrency
  let memo: BuildMemo

  private var repository: Repository { workspace.repositories[folder.repository] }

  func load() -> Diagnosed<LoadedDocSite?> {
    var diagnostics: [Diagnostic] = []
    let (config, reading, isKnown) = configuration(&diagnostics)
    let known = isKnown ? memo.listing(of: base) : nil
    let project = DocsProject(repository: repository, folder: folder.folder, config: config)
    guard let docs = project.docsFolder().collecting(into: &diagnostics) else { return Diagnosed(nil, diagnostics) }
    let own = DocsFiles(project, docs: docs, known: known)
    diagnostics += foreignReadme
    let tree = repository.tree
    let listing = DocsListing(own, config: config, known: known) { tree.text(at: RelativePath.joining(docs, $0)) }
    let written = listing.nav.collecting(into: &diagnostics)
    var includes = NavIncludes(project: project, files: own)
    let nav = includes.expand(written)
    diagnostics += includes.diagnostics + includes.files.diagnostics + Self.harmfulLinks(in: nav.items)
    let settings = PageReader.Settings(
      useDirectoryURLs: config.useDirectoryURLs, base: base, docSite: docSite)
    let pages = readPages(includes.files.pages, settings).collecting(into: &diagnostics)
    let redirects = Redirects(config, pages: pages, settings, isTrusted: repository.isTrusted)
      .redirects().collecting(into: &diagnostics)
    let theme = CustomTheme.reading(project).collecting(into: &diagnostics)
    let taken = Set(includes.files.assets.map(\.docPath))
    let assets = (includes.files.assets + theme.assets.filter { !taken.contains($0.docPath) }).map {
      Asset(
        file: $0.file, docPath: $0.docPath, path: SitePath(RelativePath.joining(base, $0.docPath)),
        isCleaned: $0.isCleaned)
    }
    return Diagnosed(
      LoadedDocSite(
        folder: folder, config: config, reading: reading, base: base, listing: listing, nav: nav, pages: pages,
        assets: assets,
        themeFiles: theme.files, redirects: redirects),
      diagnostics)
  }

  /// Links of `nav` that would run something; they are left out.
  private static func harmfulLinks(in items: [Nav.Item]) -> [Diagnostic] {
    items.flatMap { item -> [Diagnostic] in
      switch item {
      case .section(_, let inner, _): return harmfulLinks(in: inner)
      case .link(_, let url, let range) where !LinkTarget.isHarmless(url):
        return [.warning("nav-entry", at: range, "'\(url)' is no address that a page may lead to", help: "use https")]
      case .link, .page, .include: return []
      }
    }
  }

  /// `docs/<namespace>/<kind>/<name>` in a portal, as Backstage addresses docs; the root of a single site.
  private var base: String { workspace.isPortal ? folder.ref.map { "docs/\($0.path)" } ?? "" : "" }

  /// As it is written, how it was read, and whether that is as before; as every site is without a file.
  private func configuration(_ diagnostics: inout [Diagnostic]) -> (MkDocsConfig, ConfigReading?, isKnown: Bool) {
    let names = workspace.configFile.map { [$0] } ?? MkDocsFile.names.map { RelativePath.joining(folder.folder, $0) }
    let found = repository.tree.first(of: names, in: repository.name)
    var config = MkDocsConfig(), reading: ConfigReading?, isKnown = false
    if let source = found.value {
      let known = memo.config(of: base).flatMap { $0.isCurrent(source, of: repository) ? $0 : nil }
      let read = known ?? ConfigReading(source, of: repository)
      config = read.config.collecting(into: &diagnostics)
      (reading, isKnown) = (read, known != nil)
    } else {
      config.siteName = folder.fallbackName
      diagnostics += found.diagnostics
    }
    workspace.backstage?.apply(to: &config)
    return (config, reading, isKnown)
  }

  /// Other tools publish a README where the first page is missing: one that is somebody else's file gives itself away.
  private var foreignReadme: [Diagnostic] {
    let name = RelativePath.joining(folder.folder, "README.md")
    guard repository.tree.read(name, limit: 0) == .failure(.outside) else { return [] }
    let place = SourceRange(SourcePath(repository: repository.name, path: name), line: 1)
    return [
      .error(
        "unreadable-file", at: place, "'README.md' is a link that leaves the repository",
        help: "put the file itself here")
    ]
  }

  private func readPages(_ entries: [DocsFiles.Entry], _ settings: PageReader.Settings) -> Diagnosed<[Page]> {
    let reader = PageReader(repository: repository, settings: settings, memo: memo)
    let read = concurrency.map(entries, chunk: 16, scratch: { () }) { entry, _ in reader.page(entry) }
    let claims = AddressClaims(read.compactMap(\.value))
    return Diagnosed(claims.pages, read.flatMap(\.diagnostics) + claims.diagnostics)
  }
}
