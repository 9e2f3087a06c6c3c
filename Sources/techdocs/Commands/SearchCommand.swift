import ArgumentParser
import Foundation
import TechDocsModel
import TechDocsSearch

/// `techdocs search`: what the search of a built site finds, in the order in which a browser shows it.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Search a built site.",
    discussion: """
      EXAMPLES
        techdocs search rollback
        techdocs search roll back a deploy --service payments-api
        techdocs search 'retry limit owner:payments' --json
      """)

  @Argument(help: "What to look for; filters such as 'service:payments-api' may stand in it.")
  var query: [String]

  @Option(help: "The folder of the built site.")
  var site = "site"

  @Option(help: "How many pages to print.")
  var limit = 10

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var facets: SearchFacetOptions

  mutating func validate() throws {
    guard (1...100).contains(limit) else { throw ValidationError("'--limit' needs a number from 1 to 100") }
  }

  func run() throws {
    let text = query.joined(separator: " ")
    do {
      let folder = RelativePath.joining(site, "search")
      var index = try SearchIndex { FileManager.default.contents(atPath: "\(folder)/\($0)").map { Array($0) } }
      let results = try index.search(text, limit: limit, filters: facets.filters)
      Output.note(SearchReport.notes(results, style: TerminalStyle(descriptor: STDERR_FILENO)))
      Output.write(json ? SearchReport.json(results, query: text) : SearchReport.text(results, query: text))
    } catch let fault as SearchFault {
      throw failure(fault)
    }
  }

  private func failure(_ fault: SearchFault) -> CommandFailure {
    switch fault {
    case .missing("root.bin"):
      CommandFailure("'\(site)' has no search index", help: "run 'techdocs build' first, or name the site with --site")
    case .missing(let path), .damaged(let path):
      CommandFailure("'search/\(path)' of '\(site)' is missing or damaged", help: "build the site again")
    case .otherVersion:
      CommandFailure("The search index of '\(site)' was made by another version", help: "build the site again")
    }
  }
}

/// What a search can be narrowed to; an option that is given twice means either.
struct SearchFacetOptions: ParsableArguments {
  @Option(help: "Only pages of a service.") var service: [String] = []
  @Option(help: "Only what a group or user owns.") var owner: [String] = []
  @Option(help: "Only components of a type, as in 'website'.") var kind: [String] = []
  @Option(help: "Only what is in a state, as in 'production'.") var lifecycle: [String] = []
  @Option(help: "Only pages with a tag.") var tag: [String] = []
  @Option(help: "Only 'docs', 'catalog', 'explain' or 'api'.") var type: [String] = []

  var filters: [(facet: String, value: String)] {
    [
      ("service", service), ("owner", owner), ("kind", kind), ("lifecycle", lifecycle), ("tag", tag), ("type", type),
    ].flatMap { facet, values in values.map { (facet: facet, value: $0) } }
  }
}
