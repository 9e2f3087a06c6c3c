import TechDocsModel

@testable import TechDocsComposition

// Narrow doors into the target, for cases that name its parts.

extension Rendering {
  /// From documents, each expected to hold one of its kind.
  init(composite: [YAMLNode], composition: [YAMLNode], definition: [YAMLNode]) throws {
    self.init(
      try Fixtures.unwrapped(composite.lazy.compactMap { CompositeResource($0) }.first),
      try Fixtures.unwrapped(composition.lazy.compactMap { Composition($0) }.first),
      definition.lazy.compactMap { CompositeResourceDefinition($0) }.first)
  }
}

extension FieldPath {
  static func parsingBare(_ text: String) throws(CompositionError) -> [Segment] {
    try FieldPathParser.segments(of: text)
  }
}

extension Transform {
  static func converting(_ node: FieldNode, _ input: FieldNode) throws(CompositionError) -> FieldNode {
    try ConvertTransform(node).convert(input)
  }

  static func formatted(_ format: String, _ arguments: [FieldNode]) -> String {
    GoFormat.formatted(format, arguments)
  }
}

extension Patch {
  static func combinationFault(_ node: FieldNode) -> InputFault? { Combination(node).fault }
}

extension FieldNode {
  func expanding(_ path: FieldPath, _ budget: inout Budget) throws(CompositionError) -> [FieldPath] {
    try places(of: path, &budget)
  }
}

extension PipelineState {
  mutating func runPatchAndTransform(_ input: FieldNode) throws(CompositionError) {
    var sites: [PatchSite] = []
    let step = PipelineStep(name: "test", function: "", input: input, origin: .none, isNative: false)
    try PatchAndTransform().program(for: step, sites: &sites).run(&self)
  }
}
