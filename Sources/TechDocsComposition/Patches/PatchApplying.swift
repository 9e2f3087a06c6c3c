extension Patch {
  /// Reads from one object, transforms, and writes into another; every value written bears `site`.
  package func apply(
    from source: FieldNode, to target: inout FieldNode, site: Origin, _ budget: inout Budget
  ) throws(CompositionError) {
    let input = try combine == nil ? field(fromPath, of: source) : combined(from: source, &budget)
    let option = try MergeOption.option(of: mergePolicy)
    let output = try transforms.resolve(input, &budget).asObjectValue.from(site)
    guard let place = toPath ?? (combine == nil ? fromPath : nil) else {
      throw CompositionError("toFieldPath is required by type \(typeName)")
    }
    let path = try place.parsed.get()
    try budget.spend(output.count + path.segments.count * 8)
    guard combine == nil, path.hasWildcard else {
      return try Self.write(path, output, option, into: &target, &budget)
    }
    let places = try target.places(of: path, &budget)
    guard !places.isEmpty else { throw CompositionError("cannot expand ToFieldPath \(place.text)") }
    for path in places { try Self.write(path, output, option, into: &target, &budget) }
  }

  private static func write(
    _ path: FieldPath, _ value: FieldNode, _ option: MergeOption?, into target: inout FieldNode, _ budget: inout Budget
  ) throws(CompositionError) {
    if option != nil, let old = target.find(path) {
      // Merging lists compares every item with every other.
      let items = (old.list?.count ?? 0) * (value.list?.count ?? 0)
      try budget.spend(old.count + items)
    }
    try budget.spend(value.count)
    do throws(CompositionError) { try target.merge(path, value, option) } catch {
      throw error.isNotFound ? error : error.wrapped("cannot patch to object: ")
    }
  }

  private func field(_ path: Path?, of source: FieldNode) throws(CompositionError) -> FieldNode {
    try source.value(at: try (path ?? Path("")).parsed.get())
  }

  private func combined(from source: FieldNode, _ budget: inout Budget) throws(CompositionError) -> FieldNode {
    guard let combine else { return FieldNode(.null) }
    var values: [FieldNode] = []
    for variable in combine.variables { values.append(try field(variable, of: source)) }
    guard combine.strategy == "string" else {
      throw CompositionError("combine strategy \(combine.strategy ?? "") is not supported")
    }
    guard let format = combine.format else {
      throw CompositionError("given combine strategy string requires configuration")
    }
    let text = GoFormat.formatted(format, values)
    try budget.spend(text: text)
    return FieldNode(.string(text))
  }

  /// The value that goes into the transforms and what comes out of each; for telling how a value came about.
  ///
  /// - Returns: nil when the patch does not apply to `source`.
  package func trace(from source: FieldNode) -> (input: FieldNode, steps: [FieldNode])? {
    var budget = Budget()
    guard let input = try? combine == nil ? field(fromPath, of: source) : combined(from: source, &budget) else {
      return nil
    }
    var steps: [FieldNode] = [], value = input
    for transform in transforms {
      guard let next = try? transform.resolve(value, &budget) else { break }
      steps.append(next)
      value = next
    }
    return (input, steps)
  }
}
