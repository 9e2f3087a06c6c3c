import TechDocsModel
import TechDocsServe
import TechDocsSite

/// One run of `techdocs serve`: the first build, the server, and a build after each change.
struct Preview: Sendable {
  let options: SourceOptions
  let address: ListeningAddress
  let allowedHosts: [String]
  let opensBrowser: Bool
  let polls: Bool

  func run(_ site: PreviewSite) async throws {
    let changes = SourceChanges(polls: polls)
    let rebuilder = Rebuilder(options, changes)
    let first = await rebuilder.run()
    guard let round = first.round else {
      throw CommandFailure(first.problems.trimmingNewline, exitCode: 3)
    }
    let contents = try first.contents ?? SiteContents(round.portal, theme: round.theme)
    await site.show(contents, problems: first.problems)
    Output.note(first.report)
    let server = DevServer(
      site, hosts: HostRule(others: allowedHosts + address.names), script: round.theme.previewScript)
    announce()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.run(on: address.listener) }
      group.addTask {
        try await changes.forEach {
          let next = await rebuilder.run()
          await site.show(next.contents, problems: next.problems)
          Output.note(next.report)
        }
      }
      // The first failure ends both; `waitForAll` would wait for the other.
      while try await group.next() != nil {}
    }
  }

  private func announce() {
    for note in address.notes { Output.note("note: \(note)\n") }
    Output.note("Serving on \(address.url) (Ctrl-C ends it)\n")
    if opensBrowser { Browser.open(address.url) }
  }
}

extension String {
  /// Without the line end at its end.
  fileprivate var trimmingNewline: String { hasSuffix("\n") ? String(dropLast()) : self }
}
