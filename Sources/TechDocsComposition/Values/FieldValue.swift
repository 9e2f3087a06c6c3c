/// A value of a Kubernetes object. Integers and floats stay apart, as they do between Crossplane and its functions.
package enum FieldValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case int(Int64)
  case double(Double)
  case string(String)
  case list([FieldNode])
  case map(Fields)
}

/// A value that knows where it comes from.
package struct FieldNode: Sendable, Hashable {
  package var value: FieldValue
  package var origin: Origin

  package init(_ value: FieldValue, _ origin: Origin = .none) {
    self.value = value
    self.origin = origin
  }

  package static let emptyMap = FieldNode(.map(Fields()))

  package var string: String? {
    guard case .string(let text) = value else { return nil }
    return text
  }

  package var bool: Bool? {
    guard case .bool(let bool) = value else { return nil }
    return bool
  }

  /// An integer, or a float without a fraction.
  package var int: Int64? {
    switch value {
    case .int(let int): int
    case .double(let double): Int64(exactly: double)
    default: nil
    }
  }

  package var list: [FieldNode]? {
    guard case .list(let items) = value else { return nil }
    return items
  }

  package var map: Fields? {
    guard case .map(let fields) = value else { return nil }
    return fields
  }

  package var isNull: Bool { value == .null }

  /// The value at a key of a map that is not null. O(keys).
  package subscript(key: String) -> FieldNode? {
    guard case .map(let fields) = value, let node = fields[key], !node.isNull else { return nil }
    return node
  }

  /// The same values, all said to come from one place.
  func from(_ origin: Origin) -> FieldNode {
    switch value {
    case .list(let items): FieldNode(.list(items.map { $0.from(origin) }), origin)
    case .map(let fields): FieldNode(.map(fields.mapValues { $0.from(origin) }), origin)
    default: FieldNode(value, origin)
    }
  }

  /// Whether two nodes hold the same values, wherever they come from; the order of keys does not count.
  package func hasSameValue(as other: FieldNode) -> Bool {
    switch (value, other.value) {
    case (.list(let mine), .list(let theirs)):
      mine.count == theirs.count && zip(mine, theirs).allSatisfy { $0.hasSameValue(as: $1) }
    case (.map(let mine), .map(let theirs)):
      mine.count == theirs.count
        && mine.entries.allSatisfy { entry in theirs[entry.key].map { entry.node.hasSameValue(as: $0) } ?? false }
    case (.int(let mine), .double(let theirs)), (.double(let theirs), .int(let mine)): Double(mine) == theirs
    default: value == other.value
    }
  }

  /// How many nodes stand here and below.
  var count: Int {
    switch value {
    case .list(let items): items.reduce(1) { $0 + $1.count }
    case .map(let fields): fields.entries.reduce(1) { $0 + $1.node.count }
    default: 1
    }
  }
}
