import Mustache
import TechDocsModel

/// Everything that makes up the site, written as it is rendered, so that no more than one page for each worker is in
/// memory.
struct SiteAssembly: Sendable {
  let portal: LinkedPortal
  let theme: Theme
  let concurrency: Concurrency

  func write(to output: some SiteOutput) throws -> SiteManifest {
    let values = ShellValues(portal: portal.portal, theme: theme, assets: ThemeAssets(theme))
    let template = try theme.template("page")
    let shells = portal.portal.docSites.map { PageShell(template: template, values: values.values(for: $0)) }
    let renderer = PageRenderer(portal, shells: shells, theme: theme)
    let frame = PlannedPageFrame(
      shell: PageShell(template: template, values: values.values(for: nil)), siteName: portal.portal.name,
      siteURL: portal.portal.siteURL)
    let special = try SpecialPages(portal: portal, theme: theme, values: values, frame: frame).files()
    let assets = portal.portal.docSites.flatMap(\.assets)
    let taken = Set(portal.portal.pages.map(\.path))
    let planned = portal.planned.filter { !taken.contains($0.path) }
    let paths = taken + assets.map(\.path) + special.map(\.path) + planned.map(\.path)
    try (output as? SiteFolder)?.makeFolders(for: paths)
    let pages = try writePages(renderer, to: output) + writePlanned(planned, in: frame, to: output)
    let copied = try writeAssets(assets.filter { !taken.contains($0.path) }, to: output)
    let rest = try special.filter { !taken.contains($0.path) }.map { try output.put($0.path, $0.bytes) }
    let manifest = SiteManifest(pages + copied + rest)
    _ = try output.put(SiteManifest.path, manifest.json)
    return manifest
  }

  private func writePages(_ renderer: PageRenderer, to output: some SiteOutput) throws -> [SiteEntry] {
    let pages = portal.portal.pages
    let written = concurrency.map(Array(pages.indices), chunk: 8, scratch: { HTMLBuffer(capacity: 1 << 16) }) {
      page, html -> Result<SiteEntry, OutputFailure> in
      renderer.render(page, into: &html)
      return html.withBytes { bytes in
        Result { () throws(OutputFailure) in try output.put(pages[page].path, bytes) }
      }
    }
    return try written.map { try $0.get() }
  }

  private func writePlanned(_ pages: [PlannedPage], in frame: PlannedPageFrame, to output: some SiteOutput) throws
    -> [SiteEntry]
  {
    let kinds = Set(pages.map(\.kind))
    let renderers = try allPageKinds.filter { kinds.contains($0.name) }.reduce(into: [:]) { all, kind in
      all[kind.name] = try kind.renderer(in: portal, theme: theme)
    }
    let written = concurrency.map(pages, chunk: 4, scratch: { HTMLBuffer(capacity: 1 << 16) }) {
      page, html -> Result<SiteEntry, OutputFailure>? in
      guard let view = renderers[page.kind]?.view(of: page) else { return nil }
      if page.format == .file { return Result { () throws(OutputFailure) in try output.put(page.path, view.main) } }
      frame.render(view, at: page.path, into: &html)
      return html.withBytes { bytes in Result { () throws(OutputFailure) in try output.put(page.path, bytes) } }
    }
    return try written.compactMap { try $0?.get() }
  }

  private func writeAssets(_ assets: [Asset], to output: some SiteOutput) throws -> [SiteEntry] {
    let written = concurrency.map(assets, chunk: 16, scratch: { () }) { asset, _ -> Result<SiteEntry, OutputFailure> in
      Result { () throws(OutputFailure) in try output.copy(asset.file, to: asset.path) }
    }
    return try written.map { try $0.get() }
  }
}
