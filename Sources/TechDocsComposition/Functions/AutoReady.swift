/// `function-auto-ready`: marks resources ready once they are; before anything exists it changes nothing.
struct AutoReady: CompositionFunction {
  let name = "function-auto-ready"

  func program(for step: PipelineStep, sites: inout [PatchSite]) -> any StepProgram { Nothing() }

  private struct Nothing: StepProgram {
    func run(_ state: inout PipelineState) throws(CompositionError) {}
  }
}
