package import TechDocsModel

/// A Composition: how a composite resource becomes other resources.
package struct Composition: Sendable {
  package let name: String
  package let labels: [String: String]
  /// What it composes.
  package let apiVersion: String
  package let kind: String
  package let steps: [PipelineStep]
  /// Every patch; values point here.
  package let sites: [PatchSite]
  let programs: [(any StepProgram)?]
  /// Base templates by resource name, for telling what a patch replaced.
  let bases: [String: FieldNode]
  package let path: SourcePath
  /// The document's first line.
  package let range: SourceRange

  /// The Composition of a document; nil when it is none.
  package init?(_ document: YAMLNode) {
    guard document["kind"]?.string == "Composition",
      document["apiVersion"]?.string?.hasPrefix("apiextensions.crossplane.io/") ?? false,
      document["spec"]?.mapping != nil
    else { return nil }
    let node = FieldNode(document, as: .base)
    path = document.range.path
    range = document.range
    name = node["metadata"]?["name"]?.string ?? ""
    labels = node.labels
    apiVersion = node["spec"]?["compositeTypeRef"]?["apiVersion"]?.string ?? ""
    kind = node["spec"]?["compositeTypeRef"]?["kind"]?.string ?? ""
    steps = Self.steps(of: node["spec"] ?? .emptyMap)
    var sites: [PatchSite] = []
    programs = steps.map { step in
      let base = step.function.split(separator: "/").last.map(String.init) ?? step.function
      // Providers of functions put a registry or an organisation before the name.
      return compositionFunctions.first { base == $0.name || base.hasSuffix("-" + $0.name) }?
        .program(for: step, sites: &sites)
    }
    self.sites = sites
    var bases: [String: FieldNode] = [:]
    for case let program as PatchAndTransformProgram in programs {
      guard case .success(let templates) = program.templates else { continue }
      for template in templates { bases[template.name] = template.base ?? bases[template.name] }
    }
    self.bases = bases
  }

  /// The pipeline's steps; a v1 Composition without one is a single step of patch and transform.
  private static func steps(of spec: FieldNode) -> [PipelineStep] {
    guard let pipeline = spec["pipeline"]?.list else {
      guard spec["resources"] != nil else { return [] }
      return [
        PipelineStep(
          name: "resources", function: "function-patch-and-transform", input: spec, origin: spec.origin, isNative: true)
      ]
    }
    return pipeline.map { step in
      PipelineStep(
        name: step["step"]?.string ?? "", function: step["functionRef"]?["name"]?.string ?? "",
        input: step["input"] ?? FieldNode(.null, step.origin), origin: step.origin, isNative: false)
    }
  }

  /// Steps whose function is not known.
  package var unknownSteps: [PipelineStep] { zip(steps, programs).filter { $1 == nil }.map(\.0) }
}
