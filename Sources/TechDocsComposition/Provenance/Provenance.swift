package import TechDocsModel

/// How one value came about, link by link; made only when somebody asks.
package struct Provenance: Sendable {
  /// A field that a patch read.
  package struct Input: Sendable {
    package let path: String
    /// Nil when it was not set.
    package let value: FieldNode?
    package let origin: Origin
    package let range: SourceRange?
  }

  /// One transform and what came out.
  package struct Step: Sendable {
    package let words: String
    package let value: FieldNode?
  }

  package let path: FieldPath
  package let value: FieldNode
  /// Where the value itself, or the patch that set it, is written; nil where nobody wrote it.
  package let range: SourceRange?
  package let site: PatchSite?
  package let inputs: [Input]
  package let steps: [Step]
  /// What the base holds at the same path, when a patch replaced it.
  package let replaced: (value: FieldNode, range: SourceRange)?
}

extension Rendering {
  /// How the value at a path of a resource came about; nil when nothing is there.
  package func provenance(of resource: ComposedResource, at path: FieldPath) -> Provenance? {
    // The path is that of what is shown; a wrapped manifest keeps its origins.
    guard let value = resource.shown.find(path) else { return nil }
    let origin = Self.origin(of: value)
    guard let site = origin.site.map({ composition.sites[$0] }) else {
      return Provenance(
        path: path, value: value, range: range(of: origin), site: nil, inputs: [], steps: [], replaced: nil)
    }
    let source = site.patch.readsEnvironment ? composed?.environment : composed?.composite
    let inputs = site.patch.fromPaths.map { text in
      let value = (try? FieldPath(parsing: text)).flatMap { source?.find($0) }
      let origin = value.map(Self.origin) ?? .none
      return Provenance.Input(path: text, value: value, origin: origin, range: range(of: origin))
    }
    let values = source.flatMap { site.patch.trace(from: $0) }?.steps ?? []
    let steps = site.patch.transforms.enumerated().map { index, transform in
      Provenance.Step(words: transform.words, value: index < values.count ? values[index] : nil)
    }
    return Provenance(
      path: path, value: value, range: range(of: origin), site: site, inputs: inputs, steps: steps,
      replaced: replaced(resource, path))
  }

  private func replaced(
    _ resource: ComposedResource, _ path: FieldPath
  ) -> (value: FieldNode, range: SourceRange)? {
    guard resource.wrapped == nil, let base = composition.bases[resource.resourceName]?.find(path) else { return nil }
    return (base, composition.range(of: base.origin))
  }

  /// The place that an origin names, in whichever file that is; nil where nobody wrote the value.
  package func range(of origin: Origin) -> SourceRange? {
    switch origin.kind {
    case .base, .patch: composition.range(of: origin)
    case .input: composite.range(of: origin)
    case .schemaDefault:
      definition.flatMap { definition in
        origin.place.map { SourceRange(definition.path, line: $0.line, column: $0.column) }
      }
    case .none, .crossplane, .environment: nil
    }
  }

  /// The origin of a value; for a list or map that nobody wrote as such, that of its first leaf.
  private static func origin(of node: FieldNode) -> Origin {
    guard node.origin == .none else { return node.origin }
    switch node.value {
    case .list(let items): return items.first.map(origin) ?? .none
    case .map(let fields): return fields.entries.first.map { origin(of: $0.node) } ?? .none
    default: return .none
    }
  }
}

extension Patch {
  /// Whether it reads from the environment rather than from the composite resource.
  package var readsEnvironment: Bool { kind == .fromEnvironment || kind == .combineFromEnvironment }
}

extension FieldNode {
  /// Every leaf with its path, in order: scalars, and empty lists and maps.
  package var leaves: [(path: FieldPath, node: FieldNode)] {
    var found: [(path: FieldPath, node: FieldNode)] = []
    collect(below: [], into: &found)
    return found
  }

  private func collect(below path: [FieldPath.Segment], into found: inout [(path: FieldPath, node: FieldNode)]) {
    switch value {
    case .map(let fields) where !fields.isEmpty:
      for entry in fields.entries { entry.node.collect(below: path + [.field(entry.key)], into: &found) }
    case .list(let items) where !items.isEmpty:
      for (index, item) in items.enumerated() { item.collect(below: path + [.index(index)], into: &found) }
    default: found.append((FieldPath(path), self))
    }
  }
}
