import TechDocsModel

/// A value of the Common Expression Language.
package enum CELValue: Sendable {
  /// How the integers of an object are seen: through a function's protobuf request they are doubles.
  package enum Numbers: Sendable {
    case integers, doubles
  }

  case null
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case double(Double)
  case string(String)
  case bytes([UInt8])
  case list([CELValue])
  case map(CELMap)
  case type(String)
  /// A list or map of an object, turned into values only where it is looked at.
  case object(FieldNode, Numbers)

  /// The value of a node; lists and maps stay nodes.
  package init(_ node: FieldNode, _ numbers: Numbers) {
    switch node.value {
    case .null: self = .null
    case .bool(let bool): self = .bool(bool)
    case .int(let int): self = numbers == .doubles ? .double(Double(int)) : .int(int)
    case .double(let double): self = .double(double)
    case .string(let string): self = .string(string)
    case .list, .map: self = .object(node, numbers)
    }
  }

  package var typeName: String {
    switch self {
    case .null: "null_type"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    case .list: "list"
    case .map: "map"
    case .type: "type"
    case .object(let node, _): node.list == nil ? "map" : "list"
    }
  }

  /// The elements of a list; nil for anything else.
  package var elements: [CELValue]? {
    switch self {
    case .list(let elements): elements
    case .object(let node, let numbers): node.list?.map { CELValue($0, numbers) }
    default: nil
    }
  }

  /// The entries of a map in their order; nil for anything else.
  package var entries: [CELMap.Entry]? {
    switch self {
    case .map(let map): map.entries
    case .object(let node, let numbers):
      node.map?.entries.map { CELMap.Entry(key: .string($0.key), value: CELValue($0.node, numbers)) }
    default: nil
    }
  }

  /// How many elements, entries, characters or bytes; nil where that means nothing.
  var size: Int? {
    switch self {
    case .string(let text): text.unicodeScalars.count
    case .bytes(let bytes): bytes.count
    case .list(let elements): elements.count
    case .map(let map): map.entries.count
    case .object(let node, _): node.list?.count ?? node.map?.count
    default: nil
    }
  }

  /// The value at a key of a map; nil when it is absent or this is no map.
  func value(at key: CELValue) -> CELValue? {
    switch self {
    case .map(let map): map[key]
    case .object(let node, let numbers):
      if case .string(let name) = key, let found = node.map?[name] { CELValue(found, numbers) } else { nil }
    default: nil
    }
  }

  var isMap: Bool {
    switch self {
    case .map: true
    case .object(let node, _): node.map != nil
    default: false
    }
  }
}

/// A map of the language; keys are booleans, integers, or texts, and equal numbers are one key.
package struct CELMap: Sendable {
  package struct Entry: Sendable {
    package let key: CELValue
    package let value: CELValue
  }

  /// In the order in which they were written.
  package let entries: [Entry]

  package init(_ entries: [Entry]) { self.entries = entries }

  /// O(entries).
  subscript(key: CELValue) -> CELValue? { entries.first { $0.key.isEqual(to: key) }?.value }
}

extension CELValue {
  /// Equality as the language has it: numbers of different types are compared by value, other types are never equal.
  package func isEqual(to other: CELValue) -> Bool {
    if let numbers = order(ofNumber: other) { return numbers == .some(0) }
    switch (self, other) {
    case (.null, .null): return true
    case (.bool(let mine), .bool(let theirs)): return mine == theirs
    case (.string(let mine), .string(let theirs)): return mine.utf8.elementsEqual(theirs.utf8)
    case (.bytes(let mine), .bytes(let theirs)): return mine == theirs
    case (.type(let mine), .type(let theirs)): return mine == theirs
    default: break
    }
    if let mine = elements, let theirs = other.elements {
      return mine.count == theirs.count && zip(mine, theirs).allSatisfy { $0.isEqual(to: $1) }
    }
    guard let mine = entries, let theirs = other.entries, mine.count == theirs.count else { return false }
    return mine.allSatisfy { entry in other.value(at: entry.key).map { entry.value.isEqual(to: $0) } ?? false }
  }

  /// -1, 0 or 1 as `self` is less than, equal to or greater than `other`; nil where the two have no order.
  func order(of other: CELValue) -> Int? {
    if let numbers = order(ofNumber: other) { return numbers }
    switch (self, other) {
    case (.bool(let mine), .bool(let theirs)): return mine == theirs ? 0 : theirs ? -1 : 1
    case (.string(let mine), .string(let theirs)): return Self.order(Array(mine.utf8), Array(theirs.utf8))
    case (.bytes(let mine), .bytes(let theirs)): return Self.order(mine, theirs)
    default: return nil
    }
  }

  private static func order(_ mine: [UInt8], _ theirs: [UInt8]) -> Int {
    mine == theirs ? 0 : mine.lexicographicallyPrecedes(theirs) ? -1 : 1
  }

  /// The order of two numbers, `.some(nil)` when one is no number at all (NaN); nil when they are not both numeric.
  private func order(ofNumber other: CELValue) -> Int?? {
    switch (self, other) {
    case (.int(let mine), .int(let theirs)): .some(mine == theirs ? 0 : mine < theirs ? -1 : 1)
    case (.uint(let mine), .uint(let theirs)): .some(mine == theirs ? 0 : mine < theirs ? -1 : 1)
    case (.int(let mine), .uint(let theirs)):
      .some(mine < 0 || UInt64(mine) < theirs ? -1 : UInt64(mine) == theirs ? 0 : 1)
    case (.uint, .int): other.order(ofNumber: self).map { $0.map { -$0 } }
    case (.double(let mine), .double(let theirs)): .some(Self.order(mine, theirs))
    case (.int(let mine), .double(let theirs)): .some(Self.order(mine, theirs))
    case (.uint(let mine), .double(let theirs)): .some(Self.order(mine, theirs))
    case (.double, .int), (.double, .uint): other.order(ofNumber: self).map { $0.map { -$0 } }
    default: nil
    }
  }

  private static func order(_ mine: Double, _ theirs: Double) -> Int? {
    mine.isNaN || theirs.isNaN ? nil : mine == theirs ? 0 : mine < theirs ? -1 : 1
  }

  /// Exact where the integer has a double, else by the nearest one.
  private static func order(_ mine: some BinaryInteger, _ theirs: Double) -> Int? {
    theirs.isNaN ? nil : order(Double(mine), theirs)
  }
}
