import TechDocsCatalog
package import TechDocsModel

/// What a Backstage is told of a set of docs beside its pages.
package struct BackstageStamp: Sendable, Hashable {
  /// Milliseconds since 1970. A Backstage drops what it holds of the docs when this changes.
  package let timestamp: Int
  /// The `etag` that the caller asks for; nil for none.
  package let etag: String?

  package init(timestamp: Int, etag: String? = nil) {
    self.timestamp = timestamp
    self.etag = etag
  }
}

/// Writes a portal as a Backstage in external-builder mode reads it: each entity's docs below
/// `namespace/kind/name/`, in the shape that its Reader expects of Material for MkDocs.
///
/// Links between docs keep their shape: the Reader's addresses are those of a portal's `docs/` folder.
package struct BackstageLayout: Sendable {
  private let portal: LinkedPortal
  private let theme: Theme
  private let concurrency: Concurrency
  private let stamp: BackstageStamp
  /// Whether the only doc site is written at the root, as `techdocs-cli generate` does.
  private let isFlat: Bool

  package init(
    _ portal: LinkedPortal, theme: Theme, concurrency: Concurrency, stamp: BackstageStamp, isFlat: Bool = false
  ) {
    self.portal = portal
    self.theme = theme
    self.concurrency = concurrency
    self.stamp = stamp
    self.isFlat = isFlat
  }

  /// One file to be written, and where its bytes come from.
  private struct File: Sendable {
    enum Source: Sendable {
      case page(Int)
      case asset(Asset, any FileTree)
      case bytes([UInt8])
    }

    let path: SitePath
    let source: Source
  }

  package func write(to output: some SiteOutput) throws -> SiteManifest {
    let style = BackstageStyle(theme)
    let renderer = try BackstagePages(portal, theme: theme, stylesheet: style.path)
    let files = portal.portal.docSites.indices.flatMap { self.files(of: $0, style) }
    try (output as? SiteFolder)?.makeFolders(for: files.map(\.path))
    let written = concurrency.map(files, chunk: 8, scratch: { HTMLBuffer(capacity: 1 << 16) }) {
      file, html -> Result<SiteEntry, OutputFailure>? in
      switch file.source {
      case .page(let index):
        renderer.render(index, into: &html)
        return html.withBytes { bytes in Result { () throws(OutputFailure) in try output.put(file.path, bytes) } }
      case .bytes(let bytes): return Result { () throws(OutputFailure) in try output.put(file.path, bytes) }
      case .asset(let asset, _) where !asset.isCleaned:
        return Result { () throws(OutputFailure) in try output.copy(asset.file, to: file.path) }
      case .asset(let asset, let tree):
        return PublishPolicy.cleaned(asset.file, in: tree).map { bytes in
          Result { () throws(OutputFailure) in try output.put(file.path, bytes) }
        }
      }
    }
    let manifest = SiteManifest(try written.compactMap { try $0?.get() })
    _ = try output.put(SiteManifest.path, manifest.json)
    return manifest
  }

  /// The files of one entity's docs, its metadata among them.
  private func files(of docSite: Int, _ style: BackstageStyle) -> [File] {
    let site = portal.portal.docSites[docSite], prefix = prefix(of: site)
    func path(_ path: SitePath) -> SitePath {
      SitePath(RelativePath.joining(prefix, RelativePath.tail(of: path.path, below: site.base) ?? path.path))
    }
    let pages = portal.portal.pages.indices.filter { portal.portal.pages[$0].docSite == docSite }
    let index = BackstageSearchIndex(portal, docSite: docSite, pages: pages).json
    var files = pages.map { File(path: path(portal.portal.pages[$0].path), source: .page($0)) }
    files += [
      File(path: SitePath(RelativePath.joining(prefix, style.path)), source: .bytes(style.bytes)),
      File(path: SitePath(RelativePath.joining(prefix, BackstageSearchIndex.path)), source: .bytes(index)),
    ]
    var taken = Set(files.map(\.path))
    files += site.assets.map { File(path: path($0.path), source: .asset($0, site.repository.tree)) }
      .filter { taken.insert($0.path).inserted }
    let metadata = BackstageMetadata(
      site: site, stamp: stamp,
      files: files.map { prefix.isEmpty ? $0.path.path : String($0.path.path.dropFirst(prefix.count + 1)) })
    files.append(
      File(path: SitePath(RelativePath.joining(prefix, BackstageMetadata.path)), source: .bytes(metadata.json)))
    return files
  }

  /// `namespace/kind/name` of the entity; of a component with the site's name where no catalog file names one.
  private func prefix(of site: DocSite) -> String {
    if isFlat, portal.portal.docSites.count == 1 { return "" }
    let entity = site.ref ?? portal.portal.catalog.entities.first?.ref
    return entity?.path ?? "default/component/\(AddressSlug.slug(of: site.config.siteName))"
  }
}

/// The style sheet, under the only name that a Backstage's Reader keeps.
struct BackstageStyle: Sendable {
  let bytes: [UInt8]
  /// Source: Backstage, `techdocs/src/reader/transformers/html/hooks/links.ts`: `main.<8 hex>.min.css`.
  let path: String

  /// Rules for `:root` go to the Reader's shadow host too.
  init(_ theme: Theme) {
    bytes = Array(
      String(decoding: theme.served.backstageStylesheet, as: UTF8.self).replacing(":root", with: ":is(:root,:host)")
        .utf8)
    path = "assets/stylesheets/main.\(Digest(of: bytes).short).min.css"
  }
}
