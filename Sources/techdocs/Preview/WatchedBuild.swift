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
    let folder = try SiteFolder(target, sources: options.loader.folder, force: force)
    await changes.ignore(folder.target)
    try write(round, to: folder)
    Output.note(first.report)
    try await changes.forEach {
      let next = await rebuilder.run()
      Output.note(next.report)
      guard let round = next.round, next.contents != nil else { return }
      do {
        try write(round, to: SiteFolder(target, sources: options.loader.folder, force: force))
      } catch {
        Output.note("error: \(CommandFailure(wrapping: error))\n")
      }
    }
  }

  private func write(_ round: IncrementalBuild.Round, to folder: SiteFolder) throws {
    do {
      _ = try round.write(to: folder, concurrency: Concurrency(workers: options.jobs))
      try folder.finish()
    } catch {
      folder.discard()
      throw error
    }
  }
}
