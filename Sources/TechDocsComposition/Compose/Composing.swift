/// What a Composition makes of one composite resource.
package struct Composed: Sendable {
  /// As the cluster holds it: with the XRD's defaults.
  package let composite: FieldNode
  /// In the order of the Composition.
  package let resources: [ComposedResource]
  package let leftOut: [LeftOutResource]
  package let remarks: [PipelineState.Remark]
  /// The step that failed, and why; resources are those of the steps before it.
  package let failure: (step: String, error: CompositionError)?
  package let environment: FieldNode
}

extension Composition {
  /// Runs the pipeline. The composite resource must have its defaults already.
  ///
  /// Nothing exists yet in a build, so patches that read from composed resources are passed over.
  package func compose(
    _ composite: FieldNode, environmentConfigs: [FieldNode] = [], budget: Budget = Budget()
  ) -> Composed {
    var state = PipelineState(composite: composite, environmentConfigs: environmentConfigs, budget: budget)
    var failure: (step: String, error: CompositionError)?
    for (step, program) in zip(steps, programs) {
      guard let program else { continue }
      do throws(CompositionError) { try program.run(&state) } catch {
        failure = (step.name, error.located(step.origin))
        break
      }
    }
    let label = composite.labels["crossplane.io/composite"] ?? composite["metadata"]?["name"]?.string ?? ""
    let namespace = composite["metadata"]?["namespace"]
    let resources = state.desired.map { desired in
      ComposedResource(
        resourceName: desired.name,
        node: Self.finished(desired.node, name: desired.name, composite: label, namespace: namespace),
        step: desired.step, origin: desired.origin, verdicts: desired.verdicts)
    }
    return Composed(
      composite: composite, resources: resources, leftOut: state.leftOut, remarks: state.remarks, failure: failure,
      environment: state.environment)
  }

  /// What Crossplane adds to each composed resource.
  private static func finished(
    _ node: FieldNode, name: String, composite: String, namespace: FieldNode?
  ) -> FieldNode {
    guard var root = node.map else { return node }
    let text = { (text: String) in FieldNode(.string(text), .crossplane) }
    if root["metadata"]?.map == nil { root["metadata"] = FieldNode(.map(Fields()), .crossplane) }
    guard let place = root.index(of: "metadata") else { return node }
    root.update(at: place) { metadata in
      guard case .map(var fields) = metadata.value else { return }
      metadata.value = .null
      let isNamed = !(fields["name"]?.string ?? "").isEmpty || !(fields["generateName"]?.string ?? "").isEmpty
      if !isNamed { fields["generateName"] = text(composite + "-") }
      if let namespace { fields["namespace"] = FieldNode(namespace.value, .crossplane) }
      Self.put(text(name), at: "crossplane.io/composition-resource-name", in: "annotations", of: &fields)
      Self.put(text(composite), at: "crossplane.io/composite", in: "labels", of: &fields)
      metadata.value = .map(fields)
    }
    return FieldNode(.map(root), node.origin)
  }

  private static func put(_ node: FieldNode, at key: String, in part: String, of fields: inout Fields) {
    if fields[part]?.map == nil { fields[part] = FieldNode(.map(Fields()), .crossplane) }
    guard let place = fields.index(of: part) else { return }
    fields.update(at: place) { inner in
      guard case .map(var entries) = inner.value else { return }
      inner.value = .null
      entries[key] = node
      inner.value = .map(entries)
    }
  }
}
