import ArgumentParser
import TechDocsComposition
import TechDocsModel

/// `techdocs render`: one composite resource through one Composition, without a workspace, a cluster or Docker.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Print what a Composition makes of a composite resource.",
    discussion: """
      The manifests stand in the Composition's order. Exit codes: 0 rendered, 1 the pipeline fails, 2 the resource does
      not fit its XRD or a file cannot be read.

      EXAMPLES
        techdocs render --xr service.yaml --composition platform/composition.yaml --xrd platform/xrd.yaml
        techdocs render --xr service.yaml --composition platform/composition.yaml -o json
      """)

  @Option(name: .customLong("xr"), help: "The composite resource (or claim).")
  var composite: String

  @Option(help: "The Composition.")
  var composition: String

  @Option(name: .customLong("xrd"), help: "The CompositeResourceDefinition, for defaults and validation.")
  var definition: String?

  @Option(name: .customLong("environment-configs"), help: "A file with EnvironmentConfigs.")
  var environmentConfigs: String?

  @Option(name: .shortAndLong, help: "'yaml', or 'json' for one array of manifests.")
  var output: ManifestFormat = .yaml

  @Flag(help: "Let warnings fail the command.")
  var strict = false

  func run() throws {
    var files = StandaloneFiles()
    let documents = try [definition, composition, environmentConfigs].flatMap {
      try $0.map { try files.documents($0) } ?? []
    }
    let platform = Platform(documents)
    let written = try files.documents(composite).lazy.compactMap { CompositeResource($0) }.first
    guard let written else {
      throw CommandFailure(
        "'\(composite)' holds no resource with 'apiVersion', 'kind' and 'metadata.name'", exitCode: 2)
    }
    let rendering = try rendering(of: written, platform)
    let findings = rendering.diagnostics + rendering.composition.diagnostics
    files.report(findings)
    if !rendering.faults.isEmpty { throw ExitCode(2) }
    if findings.contains(where: { $0.severity == .error || strict && $0.severity == .warning }) { throw ExitCode(1) }
    Output.write(output.text(of: rendering.resources.map(\.node)))
  }

  private func rendering(of written: CompositeResource, _ platform: Platform) throws -> Rendering {
    guard let composition = platform.compositions.first else {
      throw CommandFailure("'\(composition)' holds no Composition", exitCode: 2)
    }
    let known = platform.definition(apiVersion: written.apiVersion, kind: written.kind)
    if definition != nil, known == nil {
      let kinds = platform.definitions.map { "\($0.group) \($0.kind)" }.joined(separator: ", ")
      throw CommandFailure(
        "The XRD is not one for '\(written.apiVersion)' '\(written.kind)'",
        help: kinds.isEmpty ? nil : "it is for \(kinds)",
        exitCode: 2)
    }
    let kind = known?.kind ?? written.kind
    guard composition.kind == kind, composition.apiVersion == written.apiVersion else {
      throw CommandFailure(
        "Composition '\(composition.name)' composes '\(composition.apiVersion)' '\(composition.kind)', not '\(written.apiVersion)' '\(kind)'",
        exitCode: 2)
    }
    return Rendering(written, composition, known, environmentConfigs: platform.environmentConfigs)
  }
}
