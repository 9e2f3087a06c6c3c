import TechDocsModel
import TechDocsSite

/// Builds again when sources change, and tells how it went. Apart from the site that is served, so that readers need
/// not wait.
actor Rebuilder {
  /// What a build came to.
  struct Outcome: Sendable {
    /// nil when the sources cannot be read at all.
    let round: IncrementalBuild.Round?
    /// What a reader should see of it; nil when the last good build should stay.
    let contents: SiteContents?
    /// What is wrong, as plain text.
    let problems: String
    /// What the terminal is told.
    let report: String
  }

  private let options: SourceOptions
  private let changes: SourceChanges
  private var build: IncrementalBuild

  /// `changes` watches every folder that is read.
  init(_ options: SourceOptions, _ changes: SourceChanges) {
    self.options = options
    self.changes = changes
    build = IncrementalBuild(options.loader, concurrency: Concurrency(workers: options.jobs))
  }

  func run() async -> Outcome {
    _ = await changes.watch([options.loader.folder])
    let outcome = built()
    guard let round = outcome.round, await changes.watch(folders(of: round)) else { return outcome }
    // What changed in a folder between its reading and its watching would be missed.
    return built()
  }

  /// What the build reads besides the folder itself.
  private func folders(of round: IncrementalBuild.Round) -> [String] {
    (round.repositories.map(\.name) + [round.settings.theme].compactMap(\.self))
      .map { RelativePath.joining(options.loader.folder, $0) }
  }

  private func built() -> Outcome {
    let clock = ContinuousClock(), start = clock.now
    do {
      let round = try build.run()
      let contents = try SiteContents(round.portal, theme: round.theme)
      return outcome(round, contents, took: clock.now - start)
    } catch let failure as OutputFailure {
      let text = failure.message + (failure.help.map { "\n  help: \($0)" } ?? "") + "\n"
      return Outcome(round: nil, contents: nil, problems: text, report: "error: " + text)
    } catch {
      // A template of the workspace's own theme that cannot be read.
      return Outcome(round: nil, contents: nil, problems: "\(error)\n", report: "error: \(error)\n")
    }
  }

  private func outcome(_ round: IncrementalBuild.Round, _ contents: SiteContents, took time: Duration) -> Outcome {
    let findings = Findings(
      round.diagnostics, settings: round.settings, options: options, repositories: round.repositories)
    let text = findings.report.text(.human, style: TerminalStyle(descriptor: 2))
    let summary = Summary(round.portal, manifest: nil, folder: nil).text(counts: findings.counts)
    let milliseconds = time.components.seconds * 1000 + time.components.attoseconds / 1_000_000_000_000_000
    return Outcome(
      round: round, contents: Self.isReadable(round) ? contents : nil, problems: findings.problems,
      report: text + (options.quiet ? "" : "\(summary) (\(milliseconds) ms)\n") + stages(round.timings))
  }

  private func stages(_ timings: Timings) -> String {
    guard options.timings else { return "" }
    return timings.lines.map { "  \($0)\n" }.joined()
  }

  /// A configuration that is no YAML would take navigation or whole doc sites away: the last good build is better.
  private static func isReadable(_ round: IncrementalBuild.Round) -> Bool {
    !round.diagnostics.contains { $0.rule == "yaml-syntax" && $0.range?.path.path.hasSuffix(".md") == false }
  }
}
