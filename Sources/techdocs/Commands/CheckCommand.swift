import ArgumentParser
import TechDocsSite

/// `techdocs check`: the same findings as a build, without writing.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Report what a build would report, and write nothing.")

  @OptionGroup var source: SourceOptions

  func run() throws {
    var session = try Session(source)
    session.summary = Summary(session.link(), manifest: nil, folder: nil)
    try session.report()
  }
}
