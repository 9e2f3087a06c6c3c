package import TechDocsModel

/// What a platform team offers: its XRDs, Compositions and EnvironmentConfigs.
package struct Platform: Sendable {
  package let definitions: [CompositeResourceDefinition]
  package let compositions: [Composition]
  package let environmentConfigs: [FieldNode]

  /// Sorts documents out; what is none of the three is passed over. The first of each name counts.
  package init(_ documents: [YAMLNode]) {
    var definitions: [CompositeResourceDefinition] = [], compositions: [Composition] = [], configs: [FieldNode] = []
    var names: Set<String> = []
    for document in documents {
      switch document["kind"]?.string {
      case "CompositeResourceDefinition":
        guard let found = CompositeResourceDefinition(document), names.insert("x/" + found.name).inserted else {
          continue
        }
        definitions.append(found)
      case "Composition":
        guard let found = Composition(document), names.insert("c/" + found.name).inserted else { continue }
        compositions.append(found)
      case "EnvironmentConfig": configs.append(FieldNode(document, as: .environment))
      default: break
      }
    }
    (self.definitions, self.compositions, environmentConfigs) = (definitions, compositions, configs)
  }

  package var isEmpty: Bool { definitions.isEmpty && compositions.isEmpty }

  /// The XRD of an object; nil when no platform kind is meant.
  package func definition(apiVersion: String, kind: String) -> CompositeResourceDefinition? {
    definitions.first { $0.matches(apiVersion: apiVersion, kind: kind) }
  }

  /// The Compositions that fit a composite resource, the one that Crossplane takes first, and why it takes it.
  ///
  /// Source: Crossplane: enforced by the XRD, then named or selected by the resource, then the XRD's default, then any.
  package func choice(
    for composite: CompositeResource
  ) -> (compositions: [Composition], reason: CompositionReason) {
    let definition = definition(apiVersion: composite.apiVersion, kind: composite.kind)
    let kind = definition?.kind ?? composite.kind
    let fitting = compositions.filter { $0.kind == kind && $0.apiVersion == composite.apiVersion }
    let machinery = composite.node["spec"]?["crossplane"] ?? composite.node["spec"]
    var reason = CompositionReason.only, chosen: Composition?
    if let name = definition?.enforcedComposition {
      (reason, chosen) = (.enforced, fitting.first { $0.name == name })
    } else if let name = machinery?["compositionRef"]?["name"]?.string {
      (reason, chosen) = (.named, fitting.first { $0.name == name })
    } else if let labels = machinery?["compositionSelector"]?["matchLabels"]?.map {
      let wanted = labels.entries.map { ($0.key, $0.node.string ?? "") }
      reason = .selected(wanted.map { "\($0.0)=\($0.1)" }.joined(separator: ", "))
      chosen = fitting.first { candidate in wanted.allSatisfy { candidate.labels[$0.0] == $0.1 } }
    } else if let name = definition?.defaultComposition {
      (reason, chosen) = (.standard, fitting.first { $0.name == name })
    } else {
      chosen = fitting.first
      if fitting.count > 1 { reason = .first }
    }
    guard let chosen else { return ([], reason) }
    return ([chosen] + fitting.filter { $0.name != chosen.name }, reason)
  }
}

/// Why a composite resource gets the Composition that it gets.
package enum CompositionReason: Sendable, Hashable {
  case enforced, named, standard, only, first
  /// The labels.
  case selected(String)

  /// For readers, as the end of "Composition 'x', …".
  package var words: String {
    switch self {
    case .enforced: "which the XRD enforces"
    case .named: "named by the resource"
    case .standard: "the XRD's default"
    case .only: "the only one for this kind"
    case .first: "the first of several; Crossplane would take any"
    case .selected(let labels): "matched by label \(labels)"
    }
  }
}
