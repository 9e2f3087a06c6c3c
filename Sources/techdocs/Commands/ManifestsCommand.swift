import ArgumentParser
import TechDocsComposition
import TechDocsSite

/// `techdocs manifests`: what the platform makes of one service, as manifests.
struct ManifestsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manifests", abstract: "Print the manifests that the platform makes of a service.",
    discussion: """
      Exit codes: 0 printed, 1 unknown service or a pipeline that fails, 2 the service's resource is not valid.

      EXAMPLES
        techdocs manifests user-service -o yaml | kubectl diff -f -
        techdocs manifests user-service -o json
      """)

  @OptionGroup var options: ServiceOptions

  @Option(name: .shortAndLong, help: "'yaml', or 'json' for one array of manifests.")
  var output: ManifestFormat = .yaml

  func run() throws {
    var session = try Session(options.source)
    let service = try options.service(&session).service
    if service.rendering?.composed?.failure != nil { throw ExitCode(1) }
    Output.write(output.text(of: service.manifests))
  }
}
