/// An expression that is ready to be evaluated.
package struct CELProgram: Sendable {
  private let root: CELNode

  package init(_ text: String) throws(CompositionError) { root = try CELParser.parse(text) }

  /// The value for the given variables; each step is paid from the budget.
  package func evaluate(
    _ variables: [String: CELValue], _ budget: inout Budget
  ) throws(CompositionError) -> CELValue {
    var evaluation = CELEvaluation(variables: variables, budget: budget)
    defer { budget = evaluation.budget }
    return try evaluation.value(of: root)
  }
}

/// One run of an expression.
struct CELEvaluation {
  private var variables: [String: CELValue]
  var budget: Budget

  init(variables: [String: CELValue], budget: Budget) {
    self.variables = variables
    self.budget = budget
  }

  /// As deep as the tree, which is bounded.
  mutating func value(of node: CELNode) throws(CompositionError) -> CELValue {
    try budget.spend(2)
    switch node {
    case .literal(let value): return value
    case .identifier(let name): return try variable(name)
    case .select(let operand, let field, let isTest): return try selection(operand, field, isTest)
    case .index(let operand, let key):
      return try CELOperations.element(of: try value(of: operand), at: try value(of: key))
    case .call(let name, let target, let arguments): return try call(name, target, arguments)
    case .list(let items): return .list(try values(of: items))
    case .map(let entries): return try map(entries)
    case .and(let parts): return try logic(parts, decisive: false)
    case .or(let parts): return try logic(parts, decisive: true)
    case .not(let operand): return .bool(!(try bool(try value(of: operand))))
    case .negate(let operand): return try CELOperations.negated(try value(of: operand))
    case .conditional(let condition, let yes, let no):
      return try bool(try value(of: condition)) ? try value(of: yes) : try value(of: no)
    case .binary(let name, let left, let right): return try binary(name, left, right)
    case .comprehension(let macro, let range, let variables, let bodies):
      return try comprehension(macro, range, variables, bodies)
    case .bind(let name, let bound, let body):
      let value = try value(of: bound)
      return try with([(name, value)]) { (run: inout CELEvaluation) throws(CompositionError) in try run.value(of: body)
      }
    }
  }

  private func variable(_ name: String) throws(CompositionError) -> CELValue {
    if let value = variables[name] { return value }
    if CELOperations.typeNames.contains(name) { return .type(name) }
    throw CompositionError("undeclared reference to '\(name)'")
  }

  private func bool(_ value: CELValue) throws(CompositionError) -> Bool {
    guard case .bool(let bool) = value else { throw CELOperations.noOverload }
    return bool
  }

  private mutating func values(of nodes: [CELNode]) throws(CompositionError) -> [CELValue] {
    var values: [CELValue] = []
    for node in nodes { values.append(try value(of: node)) }
    return values
  }

  /// A field; a dotted name may be a variable as a whole, the longest first.
  private mutating func selection(
    _ operand: CELNode, _ field: String, _ isTest: Bool
  ) throws(CompositionError) -> CELValue {
    if !isTest, let name = Self.dotted(operand), let value = variables["\(name).\(field)"] { return value }
    let value = try value(of: operand)
    guard value.isMap else { throw CELOperations.noOverload }
    let found = value.value(at: .string(field))
    if isTest { return .bool(found != nil) }
    guard let found else { throw CompositionError("no such key: \(field)") }
    return found
  }

  private static func dotted(_ node: CELNode) -> String? {
    switch node {
    case .identifier(let name): name
    case .select(let operand, let field, isTest: false): dotted(operand).map { "\($0).\(field)" }
    default: nil
    }
  }

  private mutating func map(_ entries: [(key: CELNode, value: CELNode)]) throws(CompositionError) -> CELValue {
    var found: [CELMap.Entry] = []
    for entry in entries {
      let key = try value(of: entry.key)
      switch key {
      case .bool, .int, .uint, .string: break
      default: throw CompositionError("unsupported key type '\(key.typeName)'")
      }
      try budget.spend(1 + found.count / 8)
      guard !found.contains(where: { $0.key.isEqual(to: key) }) else {
        throw CompositionError("Failed with repeated key")
      }
      found.append(CELMap.Entry(key: key, value: try value(of: entry.value)))
    }
    return .map(CELMap(found))
  }

  /// `&&` and `||`: one side may decide though the other fails.
  private mutating func logic(_ parts: [CELNode], decisive: Bool) throws(CompositionError) -> CELValue {
    var failure: CompositionError?
    for part in parts {
      do throws(CompositionError) {
        if try bool(try value(of: part)) == decisive { return .bool(decisive) }
      } catch {
        if budget.left < 0 { throw error }
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
    return .bool(!decisive)
  }

  private mutating func binary(
    _ name: String, _ left: CELNode, _ right: CELNode
  ) throws(CompositionError) -> CELValue {
    let left = try value(of: left), right = try value(of: right)
    try budget.spend(CELOperations.cost(of: left) + CELOperations.cost(of: right))
    return try CELOperations.binary(name, left, right)
  }

  private mutating func call(
    _ name: String, _ target: CELNode?, _ arguments: [CELNode]
  ) throws(CompositionError) -> CELValue {
    var values: [CELValue] = []
    if let target { values.append(try value(of: target)) }
    values += try self.values(of: arguments)
    for value in values { try budget.spend(CELOperations.cost(of: value)) }
    let result = try CELFunctions.call(name, isMethod: target != nil, values)
    if case .string(let text) = result { try budget.spend(text: text) }
    return result
  }

  /// Runs a body with more variables, and forgets them.
  private mutating func with<Result>(
    _ bindings: [(String, CELValue)], _ body: (inout CELEvaluation) throws(CompositionError) -> Result
  ) throws(CompositionError) -> Result {
    let hidden = bindings.map { ($0.0, variables[$0.0]) }
    for (name, value) in bindings { variables[name] = value }
    defer { for (name, value) in hidden { variables[name] = value } }
    return try body(&self)
  }

  private mutating func comprehension(
    _ macro: CELNode.Macro, _ range: CELNode, _ names: [String], _ bodies: [CELNode]
  ) throws(CompositionError) -> CELValue {
    let collection = try value(of: range)
    var fold = CELFold(macro: macro)
    for item in try Self.items(of: collection, count: names.count) {
      try budget.spend(8)
      let isDone = try with(Array(zip(names, item))) { (run: inout CELEvaluation) throws(CompositionError) in
        try fold.take(item[item.count - 1], &run, bodies)
      }
      if isDone { break }
    }
    return try fold.result()
  }

  /// With one variable elements or keys, with two index and element, or key and value.
  private static func items(of collection: CELValue, count: Int) throws(CompositionError) -> [[CELValue]] {
    if let elements = collection.elements {
      return elements.enumerated().map { count == 2 ? [.int(Int64($0.offset)), $0.element] : [$0.element] }
    }
    guard let entries = collection.entries else { throw CELOperations.noOverload }
    return entries.map { count == 2 ? [$0.key, $0.value] : [$0.key] }
  }
}

/// What a comprehension has gathered so far.
struct CELFold {
  let macro: CELNode.Macro
  private var found: [CELValue] = []
  private var matches = 0
  private var isDecided = false
  private var failure: CompositionError?

  init(macro: CELNode.Macro) { self.macro = macro }

  /// Takes the next element in; true when nothing after it can change the result.
  mutating func take(
    _ item: CELValue, _ run: inout CELEvaluation, _ bodies: [CELNode]
  ) throws(CompositionError) -> Bool {
    switch macro {
    case .map:
      if bodies.count == 2, !(try isTrue(bodies[0], &run)) { return false }
      found.append(try run.value(of: bodies[bodies.count - 1]))
    case .filter: if try isTrue(bodies[0], &run) { found.append(item) }
    case .existsOne: if try isTrue(bodies[0], &run) { matches += 1 }
    case .all, .exists:
      do throws(CompositionError) {
        isDecided = try isTrue(bodies[0], &run) == (macro == .exists)
      } catch {
        if run.budget.left < 0 { throw error }
        failure = failure ?? error
      }
    }
    return isDecided
  }

  private func isTrue(_ body: CELNode, _ run: inout CELEvaluation) throws(CompositionError) -> Bool {
    guard case .bool(let bool) = try run.value(of: body) else { throw CELOperations.noOverload }
    return bool
  }

  func result() throws(CompositionError) -> CELValue {
    switch macro {
    case .map, .filter: return .list(found)
    case .existsOne: return .bool(matches == 1)
    case .all, .exists:
      if !isDecided, let failure { throw failure }
      return .bool(isDecided == (macro == .exists))
    }
  }
}
