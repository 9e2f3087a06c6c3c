#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import ArgumentParser
import TechDocsModel
import TechDocsSite

/// One run of a command over sources: what it reads, what it finds, how it ends.
struct Session {
  private let options: SourceOptions
  private let build: Build
  private let settings: WorkspaceConfig
  private var findings: [Diagnostic]
  private var timings = Timings()
  var summary: Summary?

  init(_ options: SourceOptions, backstage: BackstageDemands? = nil) throws {
    self.options = options
    do {
      var loader = options.loader
      loader.defaultSiteName = backstage?.defaultSiteName
      var loaded = try loader.load()
      loaded.value.workspace.backstage = backstage
      settings = loaded.value.settings
      findings = loaded.diagnostics
      build = Build(
        loaded.value.workspace, theme: Theme(loaded.value.settings, in: options.loader.folder),
        concurrency: Concurrency(workers: options.jobs))
    } catch {
      throw CommandFailure(error)
    }
  }

  mutating func link() -> LinkedPortal { build.linked(timings: &timings).collecting(into: &findings) }

  /// The entities of the sources, and what is wrong with them; no page is read.
  mutating func catalog() -> LoadedCatalog {
    let loaded = build.catalog().collecting(into: &findings)
    return loaded
  }

  /// What the platform makes of the services; what is wrong with any of them is not told yet.
  func platform() -> LoadedPlatform { build.platform().value }

  /// Prints findings on standard error, and adds them to those of the run.
  mutating func tell(_ more: [Diagnostic]) {
    findings = more
    Output.note(told.report.text(.human, style: TerminalStyle(descriptor: STDERR_FILENO)))
  }

  /// A place as seen from the working directory: `services/a/service.yaml:12`.
  func place(_ range: SourceRange) -> String {
    let path = range.path.description, folder = options.loader.folder
    return (folder == "." ? path : RelativePath.joining(folder, path)) + ":\(range.start.line)"
  }

  mutating func write(_ portal: LinkedPortal, to folder: SiteFolder) throws -> SiteManifest {
    try build.write(portal, to: folder, timings: &timings)
  }

  /// Writes the docs as a Backstage reads them; a single site at the root of the folder when it is flat.
  mutating func write(_ portal: LinkedPortal, forBackstage stamp: BackstageStamp, isFlat: Bool, to folder: SiteFolder)
    throws -> SiteManifest
  {
    try build.write(portal, forBackstage: stamp, isFlat: isFlat, to: folder, timings: &timings)
  }

  /// `site_dir` of the configuration, relative to the sources' folder.
  var defaultOutput: String { RelativePath.joining(options.loader.folder, settings.siteDir) }

  /// Whether what was found leaves anything worth writing.
  var verdict: Verdict { Verdict(told.all, sources: build.workspace.repositories.map(\.name)) }

  /// The findings as they are told.
  private var told: Findings {
    Findings(findings, settings: settings, options: options, repositories: build.workspace.repositories)
  }

  /// Prints findings and summary; throws the exit code that they ask for.
  func report() throws {
    let findings = told
    let format = options.format ?? (getenv("GITHUB_ACTIONS").map { String(cString: $0) } == "true" ? .github : .human)
    let text = findings.report.text(format, style: TerminalStyle(descriptor: STDERR_FILENO))
    if format == .human { Output.note(text) } else { Output.write(text) }
    if !options.quiet { printSummary(findings.counts) }
    if findings.isFailure { throw ExitCode(1) }
  }

  private func printSummary(_ counts: [Severity: Int]) {
    if let summary { Output.note(summary.text(counts: counts) + "\n") }
    guard options.timings else { return }
    for line in timings.lines { Output.note("  \(line)\n") }
  }
}
