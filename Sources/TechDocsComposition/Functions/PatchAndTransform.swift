import TechDocsModel

/// `function-patch-and-transform`, and v1's native patch and transform, which is the same in one step.
struct PatchAndTransform: CompositionFunction {
  let name = "function-patch-and-transform"

  func program(for step: PipelineStep, sites: inout [PatchSite]) -> any StepProgram {
    PatchAndTransformProgram(step, sites: &sites)
  }
}

/// A patch in its place.
struct PlacedPatch: Sendable {
  let patch: Patch
  let site: Origin
}

/// The input of one step, decoded.
struct PatchAndTransformProgram: StepProgram {
  struct Template: Sendable {
    let name: String
    let base: FieldNode?
    let patches: [PlacedPatch]
    let origin: Origin
  }

  let step: String
  let fault: (message: String, origin: Origin)?
  let environmentPatches: [PlacedPatch]
  let templates: Result<[Template], CompositionError>

  init(_ step: PipelineStep, sites: inout [PatchSite]) {
    let input = PatchAndTransformInput(step.input, isNative: step.isNative)
    self.step = step.name
    fault = input.fault.map { ("invalid Function input: \($0.fault.message)", $0.origin) }
    environmentPatches = input.environmentPatches.enumerated().map { index, patch in
      Self.place(patch, step.name, nil, index, nil, &sites)
    }
    templates = Self.templates(input, step.name, &sites)
  }

  private static func place(
    _ patch: Patch, _ step: String, _ resource: String?, _ index: Int, _ patchSet: String?, _ sites: inout [PatchSite]
  ) -> PlacedPatch {
    sites.append(PatchSite(step: step, resource: resource, number: index + 1, patch: patch, patchSet: patchSet))
    return PlacedPatch(patch: patch, site: .patch(sites.count - 1))
  }

  private static func templates(
    _ input: PatchAndTransformInput, _ step: String, _ sites: inout [PatchSite]
  ) -> Result<[Template], CompositionError> {
    do throws(CompositionError) {
      let sets = try PatchSets(input.patchSets)
      var templates: [Template] = []
      for template in input.templates {
        var patches: [PlacedPatch] = []
        for (patch, set) in try sets.inlined(template.patches) {
          patches.append(place(patch, step, template.name, patches.count, set, &sites))
        }
        templates.append(
          Template(name: template.name, base: template.base, patches: patches, origin: template.origin))
      }
      return .success(templates)
    } catch {
      return .failure(error.wrapped("cannot resolve PatchSets: "))
    }
  }

  func run(_ state: inout PipelineState) throws(CompositionError) {
    if let fault { throw CompositionError(fault.message, origin: fault.origin) }
    for (index, placed) in environmentPatches.enumerated() {
      do throws(CompositionError) { try applyToEnvironment(placed, &state) } catch {
        if error.isNotFound, placed.patch.isOptional { continue }
        throw error.wrapped("cannot apply the \"\(placed.patch.typeName)\" environment patch at index \(index): ")
          .located(placed.patch.origin).final
      }
    }
    for template in try templates.get() { try run(template, &state) }
  }

  private func run(_ template: Template, _ state: inout PipelineState) throws(CompositionError) {
    let existing = state.index(of: template.name)
    guard var composed = template.base ?? existing.map({ state.desired[$0].node }) else {
      throw CompositionError(
        "composed resource \"\(template.name)\" has no base template, and was not produced by a previous Function in the pipeline",
        origin: template.origin)
    }
    try state.budget.spend(1)
    keepObservedName(of: template.name, &composed, state)
    for (index, placed) in template.patches.enumerated() {
      do throws(CompositionError) { try apply(placed, template.name, &composed, &state) } catch {
        guard error.isNotFound else {
          let place =
            "cannot render composed resource \"\(template.name)\" \"\(placed.patch.typeName)\" patch at index \(index): "
          throw error.wrapped(place).located(placed.patch.origin).final
        }
        if leavesOut(template, placed.patch, index, error, &state) { return }
      }
    }
    state.put(template.name, composed, step: step, origin: template.origin)
  }

  /// Whether a missing required field keeps the resource from being made.
  private func leavesOut(
    _ template: Template, _ patch: Patch, _ index: Int, _ error: CompositionError, _ state: inout PipelineState
  ) -> Bool {
    guard patch.fromPolicy == "Required" else { return false }
    let isNew = state.observed[template.name] == nil
    let subject = "\"\(template.name)\""
    if isNew, patch.kind?.isToComposed ?? false {
      let reason =
        "because \"\(patch.typeName)\" patch at index \(index) has 'policy.fromFieldPath: Required': \(error.message)"
      state.remark(.warning, "not adding new composed resource \(subject) to desired state \(reason)", patch.origin)
      state.leftOut.append(
        LeftOutResource(
          name: template.name, base: template.base, step: step, reason: .missingField(error.message),
          origin: patch.origin))
      return true
    }
    state.remark(
      .warning,
      "cannot render composed resource \(subject) \"\(patch.typeName)\" patch at index \(index): ignoring 'policy.fromFieldPath: Required' because 'to' resource already exists: \(error.message)",
      patch.origin)
    return false
  }

  private func keepObservedName(of name: String, _ composed: inout FieldNode, _ state: PipelineState) {
    guard let observed = state.observed[name]?["metadata"] else { return }
    for key in ["namespace", "name"] {
      guard let value = observed[key] else { continue }
      try? composed.set(FieldPath([.field("metadata"), .field(key)]), to: value)
    }
  }

  private func apply(
    _ placed: PlacedPatch, _ name: String, _ composed: inout FieldNode, _ state: inout PipelineState
  ) throws(CompositionError) {
    let (patch, site) = (placed.patch, placed.site)
    let observed = state.observed[name]
    switch patch.kind {
    case .fromComposite, .combineFromComposite:
      try patch.apply(from: state.composite, to: &composed, site: site, &state.budget)
    case .fromEnvironment, .combineFromEnvironment:
      try patch.apply(from: state.environment, to: &composed, site: site, &state.budget)
    case .toComposite, .combineToComposite:
      if let observed { try patch.apply(from: observed, to: &state.desiredComposite, site: site, &state.budget) }
    case .toEnvironment, .combineToEnvironment:
      if let observed { try patch.apply(from: observed, to: &state.environment, site: site, &state.budget) }
    case .patchSet, nil: break
    }
  }

  private func applyToEnvironment(_ placed: PlacedPatch, _ state: inout PipelineState) throws(CompositionError) {
    let (patch, site) = (placed.patch, placed.site)
    switch patch.kind {
    case .fromComposite, .toEnvironment, .combineFromComposite, .combineToEnvironment:
      try patch.apply(from: state.composite, to: &state.environment, site: site, &state.budget)
    case .toComposite, .fromEnvironment, .combineToComposite, .combineFromEnvironment:
      try patch.apply(from: state.environment, to: &state.desiredComposite, site: site, &state.budget)
    case .patchSet, nil: break
    }
  }
}
