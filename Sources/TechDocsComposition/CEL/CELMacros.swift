/// Calls that are no calls: `has`, the comprehensions, `cel.bind`.
enum CELMacros {
  static func call(_ name: String, on target: CELTree?, _ arguments: [CELTree]) throws(CompositionError) -> CELTree {
    let children = (target.map { [$0] } ?? []) + arguments
    if target == nil, name == "has", arguments.count == 1 {
      guard case .select(let operand, let field, _) = arguments[0].node else {
        throw CompositionError("invalid argument to has() macro")
      }
      return try CELTree(.select(operand, field, isTest: true), over: children)
    }
    if let target, case .identifier("cel") = target.node, name == "bind", arguments.count == 3,
      case .identifier(let variable) = arguments[0].node
    {
      return try CELTree(.bind(variable, arguments[1].node, arguments[2].node), over: children)
    }
    if let target, let macro = try comprehension(name, on: target, arguments) {
      return try CELTree(macro, over: children)
    }
    return try CELTree(.call(name, target: target?.node, arguments.map(\.node)), over: children)
  }

  private static func comprehension(
    _ name: String, on target: CELTree, _ arguments: [CELTree]
  ) throws(CompositionError) -> CELNode? {
    let macro: CELNode.Macro
    switch name {
    case "all": macro = .all
    case "exists": macro = .exists
    case "exists_one", "existsOne": macro = .existsOne
    case "map": macro = .map
    case "filter": macro = .filter
    default: return nil
    }
    let isPlain = macro == .map || macro == .filter
    guard arguments.count == 2 || arguments.count == 3 && macro != .filter else { return nil }
    let hasTwo = arguments.count == 3 && !isPlain
    var variables: [String] = []
    for argument in arguments.prefix(hasTwo ? 2 : 1) {
      guard case .identifier(let variable) = argument.node else {
        throw CompositionError("argument must be a simple name")
      }
      variables.append(variable)
    }
    return .comprehension(
      macro, range: target.node, variables: variables, bodies: arguments.dropFirst(variables.count).map(\.node))
  }
}
