package import TechDocsCatalog
package import TechDocsComposition
package import TechDocsModel

/// A service that uses the platform: its composite resource, and what becomes of it.
package struct PlatformService: Sendable {
  /// As the developer wrote it.
  package let written: CompositeResource
  /// The index of the repository in the workspace.
  package let repository: Int
  /// The entity that it belongs to; nil when none fits.
  package let entity: EntityRef?
  /// Through the Composition that Crossplane would take; nil without one.
  package let rendering: Rendering?
  /// Through the other Compositions for this kind.
  package let others: [Rendering]
  package let reason: CompositionReason
  /// Manifests that another tool made, shown where a step is not known; empty without any.
  package let fallback: [FieldNode]
  /// What is wrong with it.
  package let diagnostics: [Diagnostic]

  package var name: String { written.name }
  /// For addresses; `cluster` for a resource without a namespace.
  package var namespace: String { written.namespace ?? "cluster" }

  /// What is shown as the result: the manifests of another tool where the pipeline cannot be followed.
  package var isFallback: Bool { !fallback.isEmpty && !(rendering?.composition.unknownSteps.isEmpty ?? false) }

  /// The manifests, in the Composition's order.
  package var manifests: [FieldNode] { isFallback ? fallback : rendering?.resources.map(\.shown) ?? [] }
}
