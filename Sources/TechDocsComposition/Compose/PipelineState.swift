package import TechDocsModel

/// What a pipeline hands from step to step.
package struct PipelineState: Sendable {
  package struct Desired: Sendable {
    package let name: String
    package var node: FieldNode
    /// The step that made or last changed it.
    package let step: String
    /// The template.
    package let origin: Origin
    package var verdicts: [FilterVerdict] = []
  }

  package struct Remark: Sendable, Hashable {
    package let severity: Severity
    package let message: String
    package let origin: Origin
  }

  /// As the cluster would hold it: with the XRD's defaults.
  package let composite: FieldNode
  package var desiredComposite: FieldNode
  package var environment: FieldNode
  /// Resources that exist already; none in a build.
  package let observed: [String: FieldNode]
  /// In the order of the Composition.
  package var desired: [Desired]
  package var remarks: [Remark] = []
  package var leftOut: [LeftOutResource] = []
  let environmentConfigs: [FieldNode]
  var budget: Budget

  package init(
    composite: FieldNode, desiredComposite: FieldNode? = nil, environment: FieldNode = .emptyMap,
    observed: [String: FieldNode] = [:], desired: [Desired] = [], environmentConfigs: [FieldNode] = [],
    budget: Budget = Budget()
  ) {
    self.composite = composite
    self.desiredComposite = desiredComposite ?? .emptyMap
    self.environment = environment
    self.observed = observed
    self.desired = desired
    self.environmentConfigs = environmentConfigs
    self.budget = budget
    for key in ["apiVersion", "kind"] {
      if let value = composite[key] { try? self.desiredComposite.set(FieldPath([.field(key)]), to: value) }
    }
  }

  func index(of name: String) -> Int? { desired.firstIndex { $0.name == name } }

  /// Adds a resource, or replaces the one of that name in its place.
  mutating func put(_ name: String, _ node: FieldNode, step: String, origin: Origin) {
    let new = Desired(name: name, node: node, step: step, origin: origin)
    if let index = index(of: name) { desired[index] = new } else { desired.append(new) }
  }

  mutating func remark(_ severity: Severity, _ message: String, _ origin: Origin) {
    remarks.append(Remark(severity: severity, message: message, origin: origin))
  }
}

/// What a filter said about one resource.
package struct FilterVerdict: Sendable, Hashable {
  package let step: String
  package let expression: String
  /// The expression in words, made once for each Composition.
  package let words: String
  package let origin: Origin
}

/// A resource that the Composition holds and this service does not get.
package struct LeftOutResource: Sendable {
  package enum Reason: Sendable, Hashable {
    /// The failure's words.
    case missingField(String)
    /// The expression that is false, in words.
    case filter(String)
  }

  package let name: String
  let base: FieldNode?
  package let step: String
  package let reason: Reason
  package let origin: Origin

  /// The kind that it would have; empty when no base says so.
  package var kind: String { base?["kind"]?.string ?? "" }

  /// The API version that it would have.
  package var apiVersion: String { base?["apiVersion"]?.string ?? "" }
}
