/// The functions whose work is known.
let compositionFunctions: [any CompositionFunction] = [
  PatchAndTransform(),
  CELFilter(),
  EnvironmentConfigs(),
  AutoReady(),
]
