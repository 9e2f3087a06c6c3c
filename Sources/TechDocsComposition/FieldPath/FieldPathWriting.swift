extension FieldNode {
  /// Puts a value at a path without wildcards; missing parents are made, lists grow with nulls.
  ///
  /// Source: crossplane-runtime `SetValue`.
  package mutating func set(_ path: FieldPath, to new: FieldNode) throws(CompositionError) {
    for case .index(let index) in path.segments where index > FieldPath.indexLimit {
      throw CompositionError("index \(index) is greater than max allowed index \(FieldPath.indexLimit)")
    }
    guard !path.segments.isEmpty else { return }
    try set(path, 0, new)
  }

  /// As deep as the path is long, which is bounded.
  private mutating func set(_ path: FieldPath, _ depth: Int, _ new: FieldNode) throws(CompositionError) {
    switch path.segments[depth] {
    case .index(let index):
      guard case .list(var items) = value else {
        throw CompositionError("\(path.prefix(depth).text) is not an array")
      }
      // Let go of the list while it changes, so that it is not copied.
      value = .null
      defer { value = .list(items) }
      while items.count <= index { items.append(FieldNode(.null, new.origin)) }
      if items[index].isNull, depth + 1 < path.segments.count {
        items[index] = Self.parent(of: path.segments[depth + 1], new.origin)
      }
      try items[index].put(path, depth, new)
    case .field(let name):
      guard case .map(var fields) = value else {
        throw CompositionError("\(path.prefix(depth).text) is not an object")
      }
      value = .null
      defer { value = .map(fields) }
      if let place = fields.index(of: name) {
        try fields.update(at: place) { (node: inout FieldNode) throws(CompositionError) in
          try node.put(path, depth, new)
        }
      } else {
        var node =
          depth + 1 < path.segments.count
          ? Self.parent(of: path.segments[depth + 1], new.origin) : FieldNode(.null)
        try node.put(path, depth, new)
        fields.append(name, node)
      }
    }
  }

  private mutating func put(_ path: FieldPath, _ depth: Int, _ new: FieldNode) throws(CompositionError) {
    if depth + 1 == path.segments.count { self = new } else { try set(path, depth + 1, new) }
  }

  /// An empty list or map, whichever the segment needs.
  private static func parent(of segment: FieldPath.Segment, _ origin: Origin) -> FieldNode {
    if case .index = segment { return FieldNode(.list([]), origin) }
    return FieldNode(.map(Fields()), origin)
  }
}
