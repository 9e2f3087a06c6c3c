import TechDocsComposition
import TechDocsModel

/// Every value of a resource with the reason for it, one a line.
struct ResourceReport {
  private let rendering: Rendering
  private let place: (SourceRange) -> String

  init(_ rendering: Rendering, place: @escaping (SourceRange) -> String) {
    self.rendering = rendering
    self.place = place
  }

  func text(of resources: [ComposedResource]) -> String {
    resources.map(text).joined(separator: "\n")
  }

  private func text(of resource: ComposedResource) -> String {
    let head = """
      \(resource.kind) \(resource.name)
        why: \(resource.why)
        from: template '\(resource.resourceName)' in step '\(resource.step)', \(place(rendering.composition.range(of: resource.origin)))

      """
    let rows = SecretValues.hidden(in: resource.shown).leaves.map { path, node in
      ["  " + path.text, ManifestYAML.line(of: node), reason(for: node.origin)]
    }
    return TerminalText.escapedLines(head) + TextTable(rows).text
  }

  /// `spec.replicas, ×3 (patch 4)`, or where the value is written.
  private func reason(for origin: Origin) -> String {
    if let site = origin.site.map({ rendering.composition.sites[$0] }) {
      return "\(site.patch.words) (patch \(site.number))"
    }
    switch origin.kind {
    case .crossplane: return "added by Crossplane"
    case .none: return "made by the Composition"
    default: return rendering.range(of: origin).map { "base, \(place($0))" } ?? "environment"
    }
  }
}
