import ArgumentParser
import TechDocsCatalog
import TechDocsSite

/// `techdocs catalog check`: what Backstage would say of catalog files, before they are merged.
struct CatalogCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check catalog files by Backstage's rules.",
    discussion: """
      --json prints, for each document, its 'ref', its 'errors' as [path, code] pairs, and its 'relations' as
      [from, type, to]. The command ends with 1 when a document has an error.
      """)

  @OptionGroup var options: CatalogOptions

  func run() throws {
    var session = try Session(options.source)
    let loaded = session.catalog()
    let report = CheckReport(loaded.files.flatMap(\.self))
    if options.json {
      Output.write(report.json)
      if report.hasFaults { throw ExitCode(1) }
      return
    }
    try session.report()
    let count = loaded.catalog.entities.count
    if !options.source.quiet { Output.note("\(count) \(count == 1 ? "entity" : "entities")\n") }
    // Warnings of a build too: an entity with any fault is none for Backstage.
    if report.hasFaults { throw ExitCode(1) }
  }
}
