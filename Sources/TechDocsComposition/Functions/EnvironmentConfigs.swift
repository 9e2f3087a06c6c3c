import TechDocsModel

/// `function-environment-configs`: puts the data of EnvironmentConfigs into the environment, by name or by labels.
///
/// Source: the function's `spec.environmentConfigs`: `Reference` and `Selector`; later ones win, objects are merged.
struct EnvironmentConfigs: CompositionFunction {
  let name = "function-environment-configs"

  func program(for step: PipelineStep, sites: inout [PatchSite]) -> any StepProgram {
    Program(
      configs: step.input["spec"]?["environmentConfigs"]?.list ?? [], defaults: step.input["spec"]?["defaultData"])
  }

  private struct Program: StepProgram {
    let configs: [FieldNode]
    let defaults: FieldNode?

    func run(_ state: inout PipelineState) throws(CompositionError) {
      var environment = defaults ?? .emptyMap
      let merging = try MergeOption.option(of: "ForceMergeObjects")
      for config in configs {
        for data in try matches(of: config, &state) {
          environment = try merging?.merged(data, into: environment) ?? environment
        }
      }
      state.environment = environment
    }

    private func matches(of config: FieldNode, _ state: inout PipelineState) throws(CompositionError) -> [FieldNode] {
      if config["type"]?.string ?? "Reference" == "Reference" {
        let name = config["ref"]?["name"]?.string ?? ""
        guard let found = state.environmentConfigs.first(where: { $0["metadata"]?["name"]?.string == name }) else {
          state.remark(.warning, "EnvironmentConfig '\(name)' is not among the files of the workspace", config.origin)
          return []
        }
        return [found["data"] ?? .emptyMap]
      }
      var labels: [(String, String)] = []
      for match in config["selector"]?["matchLabels"]?.list ?? [] {
        let path = try FieldPath(parsing: match["valueFromFieldPath"]?.string ?? "")
        let value = match["value"]?.string ?? state.composite.find(path)?.string ?? ""
        labels.append((match["key"]?.string ?? "", value))
      }
      let found = state.environmentConfigs.filter { candidate in
        labels.allSatisfy { candidate["metadata"]?["labels"]?[$0.0]?.string == $0.1 }
      }
      let isSingle = config["selector"]?["mode"]?.string ?? "Single" == "Single"
      if found.isEmpty || isSingle && found.count > 1 {
        state.remark(
          .warning, "\(found.count) EnvironmentConfigs of the workspace have the labels that are asked for",
          config.origin)
      }
      return found.prefix(isSingle ? 1 : found.count).map { $0["data"] ?? .emptyMap }
    }
  }
}
