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
    let rebuilder = Rebuilder(options)
    let first = await rebuilder.run()
    guard let round = first.round else { throw CommandFailure(first.problems) }
    let target = output ?? RelativePath.joining(options.loader.folder, round.settings.siteDir)
    let written = try write(round, to: target)
    Output.note(first.report)
    let folder = options.loader.folder
    let changes = SourceChanges(
      folders: [folder] + round.repositories.map { RelativePath.joining(folder, $0.name) }, ignored: [written])
    try await changes.forEach {
      let next = await rebuilder.run()
      Output.note(next.report)
      guard let round = next.round, next.contents != nil else { return }
      do { _ = try write(round, to: target) } catch { Output.note("error: \(CommandFailure(wrapping: error))\n") }
    }
  }

  /// Writes the site; returns the absolute folder that holds it.
  private func write(_ round: IncrementalBuild.Round, to target: String) throws -> String {
    let folder = try SiteFolder(target, sources: options.loader.folder, force: force)
    do {
      _ = try round.write(to: folder, concurrency: Concurrency(workers: options.jobs))
      try folder.finish()
      return folder.target
    } catch {
      folder.discard()
      throw error
    }
  }
}
