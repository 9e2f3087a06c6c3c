import ArgumentParser

/// The command line: flags in, text out.
@main
struct TechDocs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "techdocs", abstract: "Builds one cross-linked documentation site from many repositories.",
    version: toolVersion)
}

/// The version of the tool, as `techdocs version` prints it.
package let toolVersion = "0.1.0"
