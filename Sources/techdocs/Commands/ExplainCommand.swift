import ArgumentParser
import TechDocsComposition
import TechDocsModel
import TechDocsSite

/// `techdocs explain`: what the platform makes of one service, and why.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say what the platform makes of a service, and why.",
    discussion: """
      Exit codes: 0 explained, 1 unknown service or a pipeline that fails, 2 the service's resource is not valid.

      EXAMPLES
        techdocs explain user-service
        techdocs explain user-service --resource hpa
        techdocs explain user-service --why spec.maxReplicas
        techdocs explain user-service --why 'spec.template.spec.containers[0].image'
      """)

  @OptionGroup var options: ServiceOptions

  @Option(help: "Only one resource: KIND/NAME, KIND, or its name in the Composition; every value with its reason.")
  var resource: String?

  @Option(help: "How the value at a path came about, in every resource that has it.")
  var why: String?

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    var session = try Session(options.source)
    let (service, platform) = try options.service(&session)
    guard let rendering = service.rendering else { return }
    let resources = try selected(rendering.resources)
    if json {
      Output.write(
        String(decoding: ExplainJSON(service, platform).bytes(only: resource == nil ? nil : resources), as: UTF8.self))
    } else if let why {
      Output.write(try WhyReport(rendering, place: session.place).text(of: why, in: resources))
    } else if resource != nil {
      Output.write(ResourceReport(rendering, place: session.place).text(of: resources))
    } else {
      Output.write(ExplainReport(service, platform).text)
    }
    if rendering.composed?.failure != nil { throw ExitCode(1) }
  }

  /// The resources that `--resource` names; all without it.
  private func selected(_ resources: [ComposedResource]) throws -> [ComposedResource] {
    guard let resource else { return resources }
    let parts = resource.split(separator: "/", maxSplits: 1).map { $0.lowercased() }
    let found = resources.filter { candidate in
      if parts.count == 2 { return candidate.kind.lowercased() == parts[0] && candidate.name == parts[1] }
      return candidate.kind.lowercased() == parts.first || candidate.resourceName == resource
        || candidate.name == resource
    }
    guard found.isEmpty else { return found }
    let names = resources.flatMap { [$0.resourceName, $0.kind, "\($0.kind)/\($0.name)".lowercased()] }
    throw CommandFailure(
      "'\(resource)' is no resource of '\(options.name)'",
      help: NearMiss(of: resource, among: names).suggestion
        ?? "there are \(resources.map(\.resourceName).joined(separator: ", "))",
      exitCode: 1)
  }
}
