extension ComposedResource {
  /// Commands that show what a cluster made of this resource.
  package var debugCommands: [String] {
    let place = namespace.map { " -n \($0)" } ?? ""
    // A kind of an own API group is named with it, so that no other kind of the name answers.
    let isCommon = ["", "apps", "batch", "autoscaling", "policy", "networking.k8s.io"].contains(group)
    let type = isCommon ? kind.lowercased() : "\(kind.lowercased()).\(group)"
    let subject = isCommon ? "\(type) \(name)" : "\(type)/\(name)"
    var commands = ["kubectl describe \(subject)\(place)"]
    if kind == "Deployment" || kind == "StatefulSet" || kind == "DaemonSet" {
      if let selector { commands.append("kubectl logs -l \(selector)\(place)") }
      commands.append("kubectl rollout status \(type)/\(name)\(place)")
    }
    if group.contains(".upbound.io") || group.contains("crossplane.io") {
      commands.append("crossplane beta trace \(type) \(name)\(place)")
    }
    return commands
  }

  /// The labels by which the workload's pods are found.
  private var selector: String? {
    let labels = shown["spec"]?["selector"]?["matchLabels"]?.map?.entries ?? []
    return labels.isEmpty ? nil : labels.map { "\($0.key)=\($0.node.string ?? "")" }.joined(separator: ",")
  }
}
