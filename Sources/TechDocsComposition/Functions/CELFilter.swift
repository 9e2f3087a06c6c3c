/// `function-cel-filter`: a resource stays unless a filter whose name fits is false.
struct CELFilter: CompositionFunction {
  let name = "function-cel-filter"

  func program(for step: PipelineStep, sites: inout [PatchSite]) -> any StepProgram { CELFilterProgram(step) }
}

/// The filters of one step, compiled.
struct CELFilterProgram: StepProgram {
  private struct Filter: Sendable {
    let name: Result<RE2Pattern, CompositionError>
    let expression: Result<CELProgram, CompositionError>
    let text: String
    let words: String
    let origin: Origin

    init(_ node: FieldNode) {
      // The function anchors names by putting the pattern between `^` and `$`, without a group around it.
      name = RE2Pattern.compiling("^" + (node["name"]?.string ?? "") + "$")
      text = node["expression"]?.string ?? ""
      words = FilterWords.text(text)
      origin = node["expression"]?.origin ?? node.origin
      do throws(CompositionError) { expression = .success(try CELProgram(text)) } catch { expression = .failure(error) }
    }
  }

  private let step: String
  private let filters: [Filter]

  init(_ step: PipelineStep) {
    self.step = step.name
    filters = (step.input["filters"]?.list ?? []).map(Filter.init)
  }

  func run(_ state: inout PipelineState) throws(CompositionError) {
    let variables = Self.variables(state)
    var kept = state.desired
    for (index, filter) in filters.enumerated() {
      do throws(CompositionError) {
        let isTrue = try verdict(of: filter, variables, &state.budget)
        let pattern = try filter.name.get()
        kept = kept.compactMap { resource in
          guard pattern.matches(resource.name) else { return resource }
          guard isTrue else {
            state.leftOut.append(
              LeftOutResource(
                name: resource.name, base: resource.node, step: step, reason: .filter(filter.words),
                origin: filter.origin))
            return nil
          }
          var kept = resource
          kept.verdicts.append(
            FilterVerdict(step: step, expression: filter.text, words: filter.words, origin: filter.origin))
          return kept
        }
      } catch {
        throw error.wrapped("cannot evaluate filter at index \(index): ").located(filter.origin).final
      }
    }
    state.desired = kept
  }

  private func verdict(
    of filter: Filter, _ variables: [String: CELValue], _ budget: inout Budget
  ) throws(CompositionError) -> Bool {
    let result = try filter.expression.get().evaluate(variables, &budget)
    guard case .bool(let bool) = result else {
      throw CompositionError(
        "expression \(GoText.quoted(filter.text)) must return a boolean, but returns \(result.typeName)")
    }
    return bool
  }

  /// `observed`, `desired` and `context`, as the function's request has them; numbers are doubles there.
  private static func variables(_ state: PipelineState) -> [String: CELValue] {
    let object = { (entries: [(String, FieldNode)]) in
      FieldNode(.map(Fields(unique: entries.map { Fields.Entry(key: $0.0, node: $0.1) })))
    }
    let resource = { (node: FieldNode) in object([("resource", node)]) }
    let observed = object([
      ("composite", resource(state.composite)),
      ("resources", object(state.observed.sorted { $0.key < $1.key }.map { ($0.key, resource($0.value)) })),
    ])
    let desired = object([
      ("composite", resource(state.desiredComposite)),
      ("resources", object(state.desired.map { ($0.name, resource($0.node)) })),
    ])
    let context = object([("apiextensions.crossplane.io/environment", state.environment)])
    return [
      "observed": .object(observed, .doubles), "desired": .object(desired, .doubles),
      "context": .object(context, .doubles),
    ]
  }
}
