/// One patch of a composed resource, decoded once for each Composition.
package struct Patch: Sendable, Hashable {
  package enum Kind: String, Sendable {
    case fromComposite = "FromCompositeFieldPath"
    case toComposite = "ToCompositeFieldPath"
    case fromEnvironment = "FromEnvironmentFieldPath"
    case toEnvironment = "ToEnvironmentFieldPath"
    case combineFromComposite = "CombineFromComposite"
    case combineToComposite = "CombineToComposite"
    case combineFromEnvironment = "CombineFromEnvironment"
    case combineToEnvironment = "CombineToEnvironment"
    case patchSet = "PatchSet"

    var isCombine: Bool {
      switch self {
      case .combineFromComposite, .combineToComposite, .combineFromEnvironment, .combineToEnvironment: true
      default: false
      }
    }

    /// Whether the patch writes into the composed resource, rather than reads from it.
    var isToComposed: Bool {
      switch self {
      case .fromComposite, .fromEnvironment, .combineFromComposite, .combineFromEnvironment: true
      default: false
      }
    }
  }

  /// A path as written, and parsed when that works.
  struct Path: Sendable, Hashable {
    let text: String
    let parsed: Result<FieldPath, CompositionError>

    init(_ text: String) {
      self.text = text
      do throws(CompositionError) { parsed = .success(try FieldPath(parsing: text)) } catch { parsed = .failure(error) }
    }
  }

  /// As written; FromCompositeFieldPath when nothing is.
  package let typeName: String
  let kind: Kind?
  let fromPath: Path?
  let toPath: Path?
  let combine: Combination?
  let transforms: [Transform]
  /// As written, or Optional.
  let fromPolicy: String
  let mergePolicy: String?
  package let patchSetName: String?
  package let origin: Origin

  package init(_ node: FieldNode, isNative: Bool = false) {
    typeName = node["type"]?.string ?? Kind.fromComposite.rawValue
    kind = Kind(rawValue: typeName)
    fromPath = node["fromFieldPath"]?.string.map(Path.init)
    toPath = node["toFieldPath"]?.string.map(Path.init)
    combine = node["combine"].map(Combination.init)
    transforms = (node["transforms"]?.list ?? []).map { Transform($0, isNative: isNative) }
    fromPolicy = node["policy"]?["fromFieldPath"]?.string ?? "Optional"
    mergePolicy = node["policy"].flatMap { Self.mergePolicy(of: $0) }
    patchSetName = node["patchSetName"]?.string
    origin = node.origin
  }

  /// The function's policy, or what native P&T's `mergeOptions` come to.
  private static func mergePolicy(of policy: FieldNode) -> String? {
    if let name = policy["toFieldPath"]?.string { return name }
    guard let options = policy["mergeOptions"] else { return nil }
    switch (options["keepMapValues"]?.bool ?? false, options["appendSlice"]?.bool ?? false) {
    case (true, true): return "MergeObjectsAppendArrays"
    case (true, false): return "MergeObjects"
    case (false, true): return "ForceMergeObjectsAppendArrays"
    case (false, false): return "ForceMergeObjects"
    }
  }

  /// The format by which several fields are combined; nil for other patches.
  package var combinedFormat: String? { combine?.format }

  var isOptional: Bool { fromPolicy == "Optional" || fromPolicy.isEmpty }

  /// The fields that the patch reads, as written.
  package var fromPaths: [String] { combine?.variables.map { $0?.text ?? "" } ?? [fromPath?.text ?? ""] }

  /// The field that the patch writes, as written.
  package var toPathText: String { toPath?.text ?? fromPath?.text ?? "" }
}

/// `combine`: several fields into one text.
struct Combination: Sendable, Hashable {
  let strategy: String?
  /// Nil for a variable without a path.
  let variables: [Patch.Path?]
  let hasString: Bool
  let format: String?

  init(_ node: FieldNode) {
    strategy = node["strategy"]?.string
    variables = (node["variables"]?.list ?? []).map { $0["fromFieldPath"]?.string.map(Patch.Path.init) }
    hasString = node["string"] != nil
    format = node["string"]?["fmt"]?.string
  }

  /// The first fault; nil when it may run.
  package var fault: InputFault? {
    guard let strategy, !strategy.isEmpty else {
      return InputFault(.required, "strategy", "a combine strategy must be provided")
    }
    guard strategy == "string" else { return InputFault(.invalid, "strategy", "unknown combine strategy") }
    guard !variables.isEmpty else {
      return InputFault(.required, "variables", "at least one variable must be provided")
    }
    if let index = variables.firstIndex(where: { $0?.text.isEmpty ?? true }) {
      return InputFault(
        .required, "variables[\(index)].fromFieldPath", "fromFieldPath must be set for each combine variable")
    }
    guard hasString else { return InputFault(.required, "string", "string combine strategy requires configuration") }
    return (format ?? "").isEmpty
      ? InputFault(.required, "string.fmt", "string combine strategy requires a format") : nil
  }
}

extension Patch {
  /// The first fault of this patch; nil when it may run.
  package var fault: InputFault? {
    guard let kind else { return InputFault(.invalid, "type", "unknown patch type") }
    if kind == .patchSet {
      if patchSetName == nil { return InputFault(.required, "patchSetName", "must be set for patch type PatchSet") }
    } else if kind.isCombine {
      guard let combine else { return InputFault(.required, "combine", "must be set for patch type \(typeName)") }
      if toPath == nil { return InputFault(.required, "toFieldPath", "must be set for patch type \(typeName)") }
      if let fault = combine.fault { return fault.within("combine") }
    } else if fromPath == nil {
      return InputFault(.required, "fromFieldPath", "must be set for patch type \(typeName)")
    }
    for (index, transform) in transforms.enumerated() {
      if let fault = transform.fault { return fault.within("transforms[\(index)]") }
    }
    return nil
  }
}
