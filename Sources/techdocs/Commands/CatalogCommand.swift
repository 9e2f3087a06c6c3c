import ArgumentParser
import TechDocsCatalog
import TechDocsModel
import TechDocsSite

/// `techdocs catalog`: what catalog files declare, without building a page.
struct CatalogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalog", abstract: "List, show and check the entities of catalog files.",
    discussion: """
      PATH is a workspace, a repository, or one catalog file.

      EXAMPLES
        techdocs catalog list --kind component
        techdocs catalog show component:payments-api
        techdocs catalog check services/catalog-info.yaml --json
        techdocs catalog graph --of system:payments | dot -Tsvg
      """,
    subcommands: [CatalogListCommand.self, CatalogShowCommand.self, CatalogCheckCommand.self, CatalogGraphCommand.self])
}

/// What every `techdocs catalog` command reads.
struct CatalogOptions: ParsableArguments {
  @OptionGroup var source: SourceOptions

  @Flag(help: "Print JSON.")
  var json = false

  /// The catalog; faults in catalog files do not stop a command that only reads.
  func catalog() throws -> Catalog {
    var session = try Session(source)
    return session.catalog().catalog
  }
}

extension Catalog {
  /// The entity that a user names; a word without a kind may be of any.
  func entity(named text: String) throws -> Entity {
    if let ref = EntityRef(parsing: text), let entity = self[ref] { return entity }
    let candidates = entities.filter { $0.ref.name == text.lowercased() }
    if candidates.count == 1, let only = candidates.first { return only }
    if candidates.count > 1 {
      let names = candidates.map { "'\($0.ref.shortDescription)'" }.joined(separator: ", ")
      throw CommandFailure("'\(text)' may be \(names)", help: "write the kind too", exitCode: 2)
    }
    let names = entities.map(\.ref.shortDescription) + entities.map(\.ref.name)
    throw CommandFailure(
      "'\(text)' is not in the catalog", help: NearMiss(of: text, among: names).suggestion, exitCode: 1)
  }
}
