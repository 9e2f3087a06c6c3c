/// Operators of the language.
enum CELOperations {
  static let noOverload = CompositionError("no such overload")
  static let typeNames: Set<String> = [
    "bool", "int", "uint", "double", "string", "bytes", "list", "map", "null_type", "type",
  ]

  /// What a look at a whole value costs, in units of the budget.
  static func cost(of value: CELValue) -> Int {
    switch value {
    case .string(let text): text.utf8.count / 16
    case .bytes(let bytes): bytes.count / 16
    case .list(let elements): elements.reduce(1) { $0 + 1 + cost(of: $1) }
    case .map(let map): map.entries.reduce(1) { $0 + 1 + cost(of: $1.value) }
    case .object(let node, _): node.count
    default: 0
    }
  }

  static func element(of value: CELValue, at key: CELValue) throws(CompositionError) -> CELValue {
    if let elements = value.elements {
      guard let index = index(key) else { throw noOverload }
      guard index >= 0, index < Int64(elements.count) else { throw CompositionError("index out of bounds: \(index)") }
      return elements[Int(index)]
    }
    guard value.isMap else { throw noOverload }
    switch key {
    case .bool, .int, .uint, .double, .string: break
    default: throw noOverload
    }
    guard let found = value.value(at: key) else { throw CompositionError("no such key") }
    return found
  }

  private static func index(_ key: CELValue) -> Int64? {
    switch key {
    case .int(let int): int
    case .uint(let uint): Int64(exactly: uint)
    case .double(let double): Int64(exactly: double)
    default: nil
    }
  }

  static func negated(_ value: CELValue) throws(CompositionError) -> CELValue {
    switch value {
    case .int(let int):
      guard int != .min else { throw CompositionError("integer overflow") }
      return .int(-int)
    case .double(let double): return .double(-double)
    default: throw noOverload
    }
  }

  static func binary(_ name: String, _ left: CELValue, _ right: CELValue) throws(CompositionError) -> CELValue {
    switch name {
    case "==": return .bool(left.isEqual(to: right))
    case "!=": return .bool(!left.isEqual(to: right))
    case "in": return .bool(try contains(right, left))
    case "<", "<=", ">", ">=": return .bool(try comparison(name, left, right))
    default: return try arithmetic(name, left, right)
    }
  }

  private static func contains(_ collection: CELValue, _ value: CELValue) throws(CompositionError) -> Bool {
    if let elements = collection.elements { return elements.contains { $0.isEqual(to: value) } }
    guard collection.isMap else { throw noOverload }
    return collection.value(at: value) != nil
  }

  private static func comparison(_ name: String, _ left: CELValue, _ right: CELValue) throws(CompositionError) -> Bool {
    guard let order = left.order(of: right) else {
      // A double that is no number is less than nothing and greater than nothing.
      if case .double(let double) = left, double.isNaN { return false }
      if case .double(let double) = right, double.isNaN { return false }
      throw noOverload
    }
    switch name {
    case "<": return order < 0
    case "<=": return order <= 0
    case ">": return order > 0
    default: return order >= 0
    }
  }

  private static func arithmetic(
    _ name: String, _ left: CELValue, _ right: CELValue
  ) throws(CompositionError) -> CELValue {
    switch (left, right) {
    case (.int(let mine), .int(let theirs)): return .int(try integer(name, mine, theirs))
    case (.uint(let mine), .uint(let theirs)): return .uint(try integer(name, mine, theirs))
    case (.double(let mine), .double(let theirs)): return .double(try double(name, mine, theirs))
    case (.string(let mine), .string(let theirs)) where name == "+":
      guard mine.utf8.count + theirs.utf8.count <= Budget.textLimit else {
        throw CompositionError("a text grows too long")
      }
      return .string(mine + theirs)
    case (.bytes(let mine), .bytes(let theirs)) where name == "+": return .bytes(mine + theirs)
    default: break
    }
    guard name == "+", let mine = left.elements, let theirs = right.elements else { throw noOverload }
    return .list(mine + theirs)
  }

  private static func integer<Number: FixedWidthInteger>(
    _ name: String, _ left: Number, _ right: Number
  ) throws(CompositionError) -> Number {
    let result: (partialValue: Number, overflow: Bool)
    switch name {
    case "+": result = left.addingReportingOverflow(right)
    case "-": result = left.subtractingReportingOverflow(right)
    case "*": result = left.multipliedReportingOverflow(by: right)
    case "/" where right == 0, "%" where right == 0:
      throw CompositionError(name == "/" ? "division by zero" : "modulus by zero")
    case "/": result = left.dividedReportingOverflow(by: right)
    default: result = left.remainderReportingOverflow(dividingBy: right)
    }
    guard !result.overflow else { throw CompositionError("integer overflow") }
    return result.partialValue
  }

  private static func double(_ name: String, _ left: Double, _ right: Double) throws(CompositionError) -> Double {
    switch name {
    case "+": return left + right
    case "-": return left - right
    case "*": return left * right
    case "/": return left / right
    default: throw noOverload
    }
  }
}
