import ArgumentParser
import TechDocsComposition
import TechDocsModel
import TechDocsSite

/// What `explain` and `manifests` read.
struct ServiceOptions: ParsableArguments {
  @Argument(help: "The service, as in user-service or namespace/user-service.")
  var name: String

  @OptionGroup var source: SourceOptions

  /// The service of that name; complaints about it are printed. Ends the command where it cannot be composed.
  func service(_ session: inout Session) throws -> (service: PlatformService, platform: LoadedPlatform) {
    let platform = session.platform()
    guard let service = platform.service(named: name) else {
      let names = platform.services.flatMap { [$0.name, "\($0.namespace)/\($0.name)"] }
      let known =
        platform.services.isEmpty
        ? "no service uses the platform here" : "`techdocs explain` knows \(platform.services.count) services"
      throw CommandFailure(
        "'\(name)' is no service of this workspace", help: NearMiss(of: name, among: names).suggestion ?? known,
        exitCode: 1)
    }
    session.tell(service.diagnostics)
    guard let rendering = service.rendering else { throw ExitCode(2) }
    if !rendering.faults.isEmpty { throw ExitCode(2) }
    return (service, platform)
  }
}
