import TechDocsModel
import TechDocsSite

/// `techdocs build --watch`: a build, and one more after each change.
struct WatchedBuild: Sendable {
  let options: SourceOptions
  let output: String?
  let force: Bool

  func runUntilInterrupted() -> Never {
    let output = output
    Interruption.run { try await run(output: output) }
  }

  private func run(output: String?) async throws {
    let changes = SourceChanges()
    let rebuilder = Rebuilder(options, changes)
    let first = await rebuilder.run()
    guard let round = first.round else { throw CommandFailure(first.problems) }
    let target = output ?? RelativePath.joining(options.loader.folder, round.settings.siteDir)
    try await write(round, to: target, besides: changes)
    Output.note(first.report)
    try await changes.forEach {
      let next = await rebuilder.run()
      Output.note(next.report)
      guard let round = next.round, next.contents != nil else { return }
      do {
        try await write(round, to: target, besides: changes)
      } catch {
        Output.note("error: \(CommandFailure(wrapping: error))\n")
      }
    }
  }

  /// Writes the site, which is no change of its sources. The folder is held for no longer than that: the next build and
  /// others write there too.
  private func write(
    _ round: IncrementalBuild.Round, to target: String, besides changes: SourceChanges
  ) async throws {
    let folder = try SiteFolder(target, sources: options.loader.folder, force: force)
    await changes.ignore(folder.target)
    do {
      _ = try round.write(to: folder, concurrency: Concurrency(workers: options.jobs))
      try folder.finish()
    } catch {
      folder.discard()
      throw error
    }
  }
}
