import TechDocsComposition
import TechDocsModel

/// The chain of reasons for one value.
struct WhyReport {
  private let rendering: Rendering
  private let place: (SourceRange) -> String

  init(_ rendering: Rendering, place: @escaping (SourceRange) -> String) {
    self.rendering = rendering
    self.place = place
  }

  /// The chain in each resource that has the path; else what stands near it.
  func text(of text: String, in resources: [ComposedResource]) throws -> String {
    let path: FieldPath
    do { path = try FieldPath(parsing: text) } catch { throw CommandFailure(error.message, exitCode: 2) }
    let chains = resources.compactMap { resource in
      rendering.provenance(of: resource, at: path).map { chain(of: $0, in: resource) }
    }
    let lines = chains.isEmpty ? missing(path, in: resources) : chains.joined(separator: "\n")
    return TerminalText.escapedLines(lines)
  }

  private func chain(of value: Provenance, in resource: ComposedResource) -> String {
    let hidden = SecretValues.hidden(in: resource.shown).find(value.path) ?? value.value
    var lines = ["\(resource.kind) \(resource.name)", "  \(value.path.text) = \(ManifestYAML.line(of: hidden))"]
    if let site = value.site {
      let set = site.patchSet.map { " (PatchSet '\($0)')" } ?? ""
      lines.append(
        "    set by patch \(site.number) of '\(site.resource ?? "environment")' in step '\(site.step)'\(set), \(written(value.range))"
      )
      lines += value.inputs.map { "    reads \(input($0))" }
      if let format = site.patch.combinedFormat { lines.append("    in '\(format)'") }
      lines += value.steps.map { step in
        "    \(step.words)" + (step.value.map { " → \(ManifestYAML.line(of: $0))" } ?? "")
      }
      if let replaced = value.replaced, replaced.value.list == nil, replaced.value.map == nil {
        lines.append("    replaces \(ManifestYAML.line(of: replaced.value)) of the base, \(place(replaced.range))")
      }
    } else {
      lines.append("    " + plain(value))
    }
    lines.append("    the resource is there: \(resource.why)")
    return lines.map { $0 + "\n" }.joined()
  }

  private func plain(_ value: Provenance) -> String {
    switch value.value.origin.kind {
    case .crossplane: "added by Crossplane to every composed resource"
    case .base: "written in the base, \(written(value.range))"
    default: value.range.map { "written at \(place($0))" } ?? "made by the Composition"
    }
  }

  private func input(_ input: Provenance.Input) -> String {
    let reading = rendering.composite.kind
    guard let value = input.value else { return "\(input.path), which is not set" }
    let origin: String
    switch input.origin.kind {
    case .schemaDefault: origin = "default of the XRD, \(written(input.range))"
    case .input: origin = "written in the \(reading), \(written(input.range))"
    case .environment: origin = "from an EnvironmentConfig"
    default: origin = "of the \(reading)"
    }
    return "\(input.path) = \(ManifestYAML.line(of: value)): \(origin)"
  }

  private func written(_ range: SourceRange?) -> String { range.map(place) ?? "nowhere" }

  /// Paths that begin alike, the longest beginnings first.
  private func missing(_ path: FieldPath, in resources: [ComposedResource]) -> String {
    var text = "\(path.text) is not set: neither a base nor a patch names it\n"
    for count in stride(from: path.segments.count - 1, to: 0, by: -1) {
      let parent = path.beginning(count)
      let holders = resources.filter { $0.shown.find(parent) != nil }
      guard !holders.isEmpty else { continue }
      for resource in holders {
        text += "\(resource.kind) \(resource.name) has below \(parent.text):\n"
        for leaf in (resource.shown.find(parent)?.leaves ?? []).prefix(12) {
          text += "  \(parent.joined(leaf.path).text) = \(ManifestYAML.line(of: leaf.node))\n"
        }
      }
      return text
    }
    return text
  }
}
