import TechDocsMarkdown
package import TechDocsModel

/// One build: the trip from a workspace to a site.
package struct Build: Sendable {
  package let workspace: Workspace
  package let theme: Theme
  package let concurrency: Concurrency

  package init(_ workspace: Workspace, theme: Theme = Theme(), concurrency: Concurrency = Concurrency()) {
    self.workspace = workspace
    self.theme = theme
    self.concurrency = concurrency
  }

  /// Load, parse, link, check: everything that can be said without writing.
  ///
  /// What `memo` holds of an earlier build is not done again.
  package func linked(timings: inout Timings, memo: BuildMemo = BuildMemo()) -> Diagnosed<LinkedPortal> {
    let loaded = timings.measure("load") { Portal.loading(workspace, concurrency: concurrency, memo: memo) }
    let portal = loaded.value
    let parsed = timings.measure("parse") { portal.parsed(concurrency: concurrency, memo: memo) }
    timings.tell(parsed)
    let linked = timings.measure("link") {
      let planned = allPageKinds.flatMap { $0.planned(in: portal) }
      return LinkedPortal(
        portal, planned: planned, parsed: parsed, earlier: memo.portal, concurrency: concurrency)
    }
    let checked = timings.measure("check") { allChecks.flatMap { $0.diagnostics(in: linked) } }
    let settings = portal.docSites.flatMap { ExtensionNames.diagnostics(of: $0.config.markdownExtensions) }
    return Diagnosed(linked, loaded.diagnostics + settings + parsed.flatMap { $0.diagnostics } + checked)
  }

  /// The entities of the workspace alone: no page is read.
  package func catalog() -> Diagnosed<LoadedCatalog> {
    var loaded = LoadedCatalog.loading(workspace, concurrency: concurrency)
    if workspace.isPortal { loaded.diagnostics += UnknownReference().diagnostics(in: loaded.value.catalog) }
    return loaded
  }

  /// What the platform makes of the workspace's services: no page is read.
  package func platform() -> Diagnosed<LoadedPlatform> {
    var diagnostics: [Diagnostic] = []
    let catalog = LoadedCatalog.loading(workspace, concurrency: concurrency).value.catalog
    let platform = LoadedPlatform.loading(workspace, catalog, concurrency: concurrency).collecting(into: &diagnostics)
    return Diagnosed(platform, diagnostics)
  }

  /// Render and assemble: the whole site into `output`, and its manifest.
  package func write(_ portal: LinkedPortal, to output: some SiteOutput, timings: inout Timings) throws -> SiteManifest
  {
    let assembly = SiteAssembly(portal: portal, theme: theme, concurrency: concurrency)
    return try timings.measure("write") { try assembly.write(to: output) }
  }
}

extension Build {
  /// Render and assemble in the layout that a Backstage reads.
  package func write(
    _ portal: LinkedPortal, forBackstage stamp: BackstageStamp, isFlat: Bool, to output: some SiteOutput,
    timings: inout Timings
  ) throws -> SiteManifest {
    let layout = BackstageLayout(portal, theme: theme, concurrency: concurrency, stamp: stamp, isFlat: isFlat)
    return try timings.measure("write") { try layout.write(to: output) }
  }
}

/// How long each stage took, in the order in which they ran.
package struct Timings: Sendable {
  package private(set) var stages: [(name: String, seconds: Double)] = []
  /// CPU time of all workers together that pages took, by step.
  package private(set) var steps: [(name: String, seconds: Double)] = []

  package init() {}

  /// A line for each stage, and one for the steps of pages.
  package var lines: [String] {
    let parts = steps.map { "\($0.name) \(Int(($0.seconds * 1000).rounded())) ms" }
    let pages = parts.isEmpty ? [] : ["of pages, in CPU time: \(parts.joined(separator: ", "))"]
    return stages.map { "\($0.name): \(Int($0.seconds * 1000)) ms" } + pages
  }

  mutating func tell(_ pages: [ParsedMarkdown]) {
    var sum = ParsingCost()
    for page in pages.indices { sum += pages[page].cost }
    steps = [("parse", sum.parse), ("render", sum.render), ("highlight", sum.highlight), ("sanitize", sum.finish)].map {
      ($0, Double($1) / 1e9)
    }
  }

  package mutating func measure<Result>(_ name: String, _ body: () throws -> Result) rethrows -> Result {
    let clock = ContinuousClock(), start = clock.now
    defer {
      let parts = (clock.now - start).components
      stages.append((name, Double(parts.seconds) + Double(parts.attoseconds) / 1e18))
    }
    return try body()
  }
}
