extension FieldNode {
  /// The value at a path.
  ///
  /// A missing key, an index past the end and a null on the way are "not found"; anything else on the way is an error.
  package func value(at path: FieldPath) throws(CompositionError) -> FieldNode {
    guard !path.segments.isEmpty else { return FieldNode(.null) }
    var node = self
    for (depth, segment) in path.segments.enumerated() {
      switch (segment, node.value) {
      case (.index(let index), .list(let items)):
        guard index < items.count else {
          throw .notFound("\(path.prefix(depth + 1).text): no such element")
        }
        node = items[index]
      case (.index, _): throw CompositionError("\(path.prefix(depth).text): not an array")
      case (.field(let name), .map(let fields)):
        guard let next = fields[name] else { throw .notFound("\(path.prefix(depth + 1).text): no such field") }
        node = next
      case (.field, .null): throw .notFound("\(path.prefix(depth).text): expected map, got nil")
      case (.field, _): throw CompositionError("\(path.prefix(depth).text): not an object")
      }
    }
    return node
  }

  /// The value at a path, or nil whatever the reason.
  package func find(_ path: FieldPath) -> FieldNode? { path.segments.isEmpty ? nil : try? value(at: path) }

  /// The places that a path with wildcards stands for, where they exist.
  ///
  /// Source: crossplane-runtime `ExpandWildcards`.
  func places(of path: FieldPath, _ budget: inout Budget) throws(CompositionError) -> [FieldPath] {
    do throws(CompositionError) { return try walk(path, &budget) } catch {
      throw error.wrapped("cannot expand wildcards for segments: \"\(path.text)\": ")
    }
  }

  private func walk(_ path: FieldPath, _ budget: inout Budget) throws(CompositionError) -> [FieldPath] {
    var found: [(prefix: [FieldPath.Segment], node: FieldNode)] = [([], self)]
    for (depth, segment) in path.segments.enumerated() {
      var next: [(prefix: [FieldPath.Segment], node: FieldNode)] = []
      for (prefix, node) in found {
        try budget.spend(1 + prefix.count)
        if segment == .field("*") {
          let options = try Self.options(of: node, below: FieldPath(prefix))
          try budget.spend(options.count * (prefix.count + 1))
          next += options.map { (prefix + [$0.0], $0.1) }
        } else if let inner = try node.step(segment, path.prefix(depth)) {
          next.append((prefix + [segment], inner))
        }
      }
      found = next
    }
    return found.map { FieldPath($0.prefix) }
  }

  private static func options(
    of node: FieldNode, below path: FieldPath
  ) throws(CompositionError) -> [(FieldPath.Segment, FieldNode)] {
    switch node.value {
    case .list(let items): return items.enumerated().map { (.index($0.offset), $0.element) }
    case .map(let fields): return fields.entries.map { (.field($0.key), $0.node) }
    case .null: throw .notFound("wildcard field \"\(path.text)\" is not found in the path")
    default: throw CompositionError("\"\(path.text)\": unexpected wildcard usage")
    }
  }

  /// The child at a segment; nil when it is missing.
  private func step(_ segment: FieldPath.Segment, _ parent: FieldPath) throws(CompositionError) -> FieldNode? {
    switch (segment, value) {
    case (.index(let index), .list(let items)): return index < items.count ? items[index] : nil
    case (.field(let name), .map(let fields)): return fields[name]
    case (.field, .null): return nil
    case (.index, _): throw CompositionError("\(parent.text): not an array")
    case (.field, _): throw CompositionError("\(parent.text): not an object")
    }
  }
}
