/// Reads an expression into a tree, to a bounded depth.
///
/// Source: the grammar of cel-spec's language definition.
struct CELParser {
  /// Parentheses, brackets and calls inside each other.
  static let depthLimit = 40
  static let tokenLimit = 20_000

  private let tokens: [CELToken]
  private var index = 0
  private var depth = 0

  static func parse(_ text: String) throws(CompositionError) -> CELNode {
    let tokens = try CELLexer.tokens(of: text)
    guard tokens.count <= tokenLimit else { throw CompositionError("the expression has more than \(tokenLimit) words") }
    var parser = CELParser(tokens: tokens)
    let tree = try parser.expression()
    guard parser.tokens[parser.index] == .end else { throw parser.unexpected }
    return tree.node
  }

  private init(tokens: [CELToken]) { self.tokens = tokens }

  private var unexpected: CompositionError {
    switch tokens[index] {
    case .end: CompositionError("Syntax error: the expression ends too early")
    case .symbol(let text), .identifier(let text): CompositionError("Syntax error: unexpected '\(text)'")
    default: CompositionError("Syntax error: unexpected literal")
    }
  }

  private func isNext(_ symbol: String) -> Bool { tokens[index] == .symbol(symbol) }

  private mutating func take(_ symbol: String) -> Bool {
    guard isNext(symbol) else { return false }
    index += 1
    return true
  }

  private mutating func expect(_ symbol: String) throws(CompositionError) {
    guard take(symbol) else { throw unexpected }
  }

  private mutating func expression() throws(CompositionError) -> CELTree {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else {
      throw CompositionError("the expression nests deeper than \(Self.depthLimit) levels")
    }
    let condition = try logic("||")
    guard take("?") else { return condition }
    let yes = try logic("||")
    try expect(":")
    let no = try expression()
    return try CELTree(.conditional(condition.node, yes.node, no.node), over: [condition, yes, no])
  }

  private mutating func logic(_ symbol: String) throws(CompositionError) -> CELTree {
    let isOr = symbol == "||"
    var parts = [try isOr ? logic("&&") : relation()]
    while take(symbol) { parts.append(try isOr ? logic("&&") : relation()) }
    guard parts.count > 1 else { return parts[0] }
    let nodes = parts.map(\.node)
    return try CELTree(isOr ? .or(nodes) : .and(nodes), over: parts)
  }

  private static let levels: [Set<String>] = [
    ["==", "!=", "<", "<=", ">", ">=", "in"], ["+", "-"], ["*", "/", "%"],
  ]

  private mutating func relation() throws(CompositionError) -> CELTree { try operation(0) }

  private mutating func operation(_ level: Int) throws(CompositionError) -> CELTree {
    guard level < Self.levels.count else { return try unary() }
    var left = try operation(level + 1)
    while let symbol = operatorName, Self.levels[level].contains(symbol) {
      index += 1
      let right = try operation(level + 1)
      left = try CELTree(.binary(symbol, left.node, right.node), over: [left, right])
    }
    return left
  }

  private var operatorName: String? {
    switch tokens[index] {
    case .symbol(let symbol): symbol
    case .identifier("in"): "in"
    default: nil
    }
  }

  private mutating func unary() throws(CompositionError) -> CELTree {
    if isNext("!") {
      var count = 0
      while take("!") { count += 1 }
      let operand = try member()
      // Two of them only ask for a boolean.
      let inner = try CELTree(.not(operand.node), over: [operand])
      return count % 2 == 1 ? inner : try CELTree(.not(inner.node), over: [inner])
    }
    guard isNext("-") else { return try member() }
    var count = 0
    while take("-") { count += 1 }
    if count % 2 == 1, case .int(let magnitude) = tokens[index], magnitude == 1 << 63 {
      index += 1
      return try postfix(CELTree(.literal(.int(.min))))
    }
    let operand = try member()
    let inner = try CELTree(.negate(operand.node), over: [operand])
    return count % 2 == 1 ? inner : try CELTree(.negate(inner.node), over: [inner])
  }

  private mutating func member() throws(CompositionError) -> CELTree { try postfix(try primary()) }

  private mutating func postfix(_ start: CELTree) throws(CompositionError) -> CELTree {
    var tree = start
    while true {
      if take("[") {
        let key = try expression()
        try expect("]")
        tree = try CELTree(.index(tree.node, key.node), over: [tree, key])
      } else if take(".") {
        tree = try selection(from: tree)
      } else {
        return tree
      }
    }
  }

  private mutating func selection(from tree: CELTree) throws(CompositionError) -> CELTree {
    let token = tokens[index]
    index += 1
    switch token {
    case .quotedName(let name): return try CELTree(.select(tree.node, name, isTest: false), over: [tree])
    case .identifier(let name) where !Self.reserved.contains(name):
      guard take("(") else { return try CELTree(.select(tree.node, name, isTest: false), over: [tree]) }
      let arguments = try list(until: ")")
      return try CELMacros.call(name, on: tree, arguments)
    default:
      index -= 1
      throw unexpected
    }
  }

  private static let reserved: Set<String> = ["in", "true", "false", "null"]

  /// Expressions between commas; one may stand before the end too.
  private mutating func list(until end: String) throws(CompositionError) -> [CELTree] {
    var items: [CELTree] = []
    while !take(end) {
      items.append(try expression())
      if !isNext(end) { try expect(",") }
    }
    return items
  }

  private mutating func primary() throws(CompositionError) -> CELTree {
    let token = tokens[index]
    index += 1
    switch token {
    case .int(let magnitude):
      guard let value = Int64(exactly: magnitude) else {
        throw CompositionError("Syntax error: the integer is too large")
      }
      return try CELTree(.literal(.int(value)))
    case .uint(let value): return try CELTree(.literal(.uint(value)))
    case .double(let value): return try CELTree(.literal(.double(value)))
    case .string(let value): return try CELTree(.literal(.string(value)))
    case .bytes(let value): return try CELTree(.literal(.bytes(value)))
    case .identifier(let name): return try word(name)
    case .symbol("("):
      let inner = try expression()
      try expect(")")
      return inner
    case .symbol("["):
      let items = try list(until: "]")
      return try CELTree(.list(items.map(\.node)), over: items)
    case .symbol("{"): return try mapLiteral()
    case .symbol("."):
      guard case .identifier(let name) = tokens[index] else { throw unexpected }
      index += 1
      return try word(name)
    default:
      index -= 1
      throw unexpected
    }
  }

  private mutating func word(_ name: String) throws(CompositionError) -> CELTree {
    switch name {
    case "true": return try CELTree(.literal(.bool(true)))
    case "false": return try CELTree(.literal(.bool(false)))
    case "null": return try CELTree(.literal(.null))
    case "in":
      index -= 1
      throw unexpected
    default: break
    }
    guard take("(") else { return try CELTree(.identifier(name)) }
    return try CELMacros.call(name, on: nil, try list(until: ")"))
  }

  private mutating func mapLiteral() throws(CompositionError) -> CELTree {
    var entries: [(key: CELNode, value: CELNode)] = [], children: [CELTree] = []
    while !take("}") {
      let key = try expression()
      try expect(":")
      let value = try expression()
      entries.append((key.node, value.node))
      children += [key, value]
      if !isNext("}") { try expect(",") }
    }
    return try CELTree(.map(entries), over: children)
  }
}
