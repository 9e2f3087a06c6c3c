/// A function that a pipeline step may call, as far as it is known here; a new one is a file in this folder and a line
/// in `CompositionFunctions.swift`.
protocol CompositionFunction: Sendable {
  /// The last part of its package's name, as in `function-patch-and-transform`.
  var name: String { get }

  /// Reads a step's input once; what is wrong with it is told when the step runs.
  ///
  /// Patches that the step holds are added to `sites`, so that values can point at them.
  func program(for step: PipelineStep, sites: inout [PatchSite]) -> any StepProgram
}

/// A step that is ready to run for any composite resource.
protocol StepProgram: Sendable {
  /// Changes the state; a throw is fatal for the pipeline.
  func run(_ state: inout PipelineState) throws(CompositionError)
}

/// One step of a pipeline as it is written.
package struct PipelineStep: Sendable {
  package let name: String
  /// The name of the `functionRef`, as in `function-cel-filter`.
  package let function: String
  let input: FieldNode
  package let origin: Origin
  /// Whether this stands for a v1 Composition without pipeline.
  let isNative: Bool
}

/// Where a patch stands: enough to tell a reader which one it is.
package struct PatchSite: Sendable {
  package let step: String
  /// The name of the template; nil for patches of the environment.
  package let resource: String?
  /// 1-based among the patches of the template, PatchSets written out.
  package let number: Int
  package let patch: Patch
  /// The PatchSet that the patch comes from; nil when it stands in the template itself.
  package let patchSet: String?
}
