/// The input of `function-patch-and-transform` as it is written, and what the function would refuse in it.
struct PatchAndTransformInput {
  struct Template {
    let name: String
    let base: FieldNode?
    let patches: [Patch]
    let readinessChecks: [ReadinessCheck]
    let origin: Origin
  }

  let patchSets: [PatchSets.Written]
  let environmentPatches: [Patch]
  let templates: [Template]
  private let origin: Origin

  init(_ input: FieldNode, isNative: Bool) {
    origin = input.origin
    patchSets = (input["patchSets"]?.list ?? []).map { PatchSets.Written($0, isNative: isNative) }
    environmentPatches = (input["environment"]?["patches"]?.list ?? []).map { Patch($0, isNative: isNative) }
    templates = (input["resources"]?.list ?? []).enumerated().map { index, node in
      // Templates of native P&T may go without a name.
      let name = node["name"]?.string ?? (isNative ? "resource-\(index + 1)" : "")
      return Template(
        name: name, base: node["base"], patches: (node["patches"]?.list ?? []).map { Patch($0, isNative: isNative) },
        readinessChecks: (node["readinessChecks"]?.list ?? []).map(ReadinessCheck.init), origin: node.origin)
    }
  }

  /// The first fault and where it is; nil when the function may run.
  var fault: (fault: InputFault, origin: Origin)? {
    for (index, set) in patchSets.enumerated() {
      if set.name.isEmpty { return (InputFault(.required, "patchSets[\(index)].name", "name is required"), set.origin) }
      if let found = Self.fault(in: set.patches, "patchSets[\(index)].patches") { return found }
    }
    if templates.isEmpty, environmentPatches.isEmpty {
      return (InputFault(.required, "resources", "resources or environment patches are required"), origin)
    }
    if let found = Self.fault(in: environmentPatches, "environment.patches") { return found }
    for (index, template) in templates.enumerated() {
      if let fault = Self.fault(in: template, "resources[\(index)]") { return fault }
    }
    return nil
  }

  private static func fault(in template: Template, _ field: String) -> (fault: InputFault, origin: Origin)? {
    if template.name.isEmpty { return (InputFault(.required, "\(field).name", "name is required"), template.origin) }
    if let found = fault(in: template.patches, "\(field).patches") { return found }
    for (index, check) in template.readinessChecks.enumerated() {
      if let fault = check.fault { return (fault.within("\(field).readinessChecks[\(index)]"), template.origin) }
    }
    return nil
  }

  private static func fault(in patches: [Patch], _ field: String) -> (fault: InputFault, origin: Origin)? {
    for (index, patch) in patches.enumerated() {
      if let fault = patch.fault { return (fault.within("\(field)[\(index)]"), patch.origin) }
    }
    return nil
  }
}

/// A readiness check; only looked at for faults, since nothing is observed.
package struct ReadinessCheck: Sendable {
  private let node: FieldNode

  package init(_ node: FieldNode) { self.node = node }

  /// The first fault; nil when the function would take it.
  package var fault: InputFault? {
    let type = node["type"]?.string ?? ""
    switch type {
    case "None": return nil
    case "MatchCondition":
      guard let condition = node["matchCondition"] else { return InputFault(.required, "matchCondition") }
      if (condition["type"]?.string ?? "").isEmpty { return InputFault(.required, "matchCondition.type") }
      return (condition["status"]?.string ?? "").isEmpty ? InputFault(.required, "matchCondition.status") : nil
    case "MatchString": if node["matchString"] == nil { return InputFault(.required, "matchString") }
    case "MatchInteger": if node["matchInteger"] == nil { return InputFault(.required, "matchInteger") }
    case "NonEmpty", "MatchTrue", "MatchFalse": break
    default: return InputFault(.invalid, "type", "unknown readiness check type")
    }
    return node["fieldPath"] == nil ? InputFault(.required, "fieldPath") : nil
  }
}
