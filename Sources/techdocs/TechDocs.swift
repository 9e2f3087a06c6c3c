import ArgumentParser

/// The command line: flags in, text out.
@main
struct TechDocs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "techdocs",
    abstract: "Builds one cross-linked documentation site from many repositories.",
    discussion: """
      EXAMPLES
        techdocs build                      build the repository or workspace in this folder into 'site'
        techdocs build ~/checkouts -o out   build a folder of checkouts as one site
        techdocs check --strict             report everything, write nothing

      The guide begins at docs/index.md.
      """,
    version: toolVersion,
    subcommands: [BuildCommand.self, CheckCommand.self, VersionCommand.self])
}

/// The version of the tool, as `techdocs version` prints it.
let toolVersion = "0.1.0"
