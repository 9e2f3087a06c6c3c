/// A part of an expression.
indirect enum CELNode: Sendable {
  enum Macro: String, Sendable {
    case all, exists, existsOne, map, filter
  }

  case literal(CELValue)
  case identifier(String)
  /// `isTest` for the operand of `has`.
  case select(CELNode, String, isTest: Bool)
  case index(CELNode, CELNode)
  case call(String, target: CELNode?, [CELNode])
  case list([CELNode])
  case map([(key: CELNode, value: CELNode)])
  /// More than two stand beside each other, so that long chains are not deep.
  case and([CELNode])
  case or([CELNode])
  case not(CELNode)
  case negate(CELNode)
  case conditional(CELNode, CELNode, CELNode)
  case binary(String, CELNode, CELNode)
  /// One or two variables; `bodies` holds the predicate, and for `map` with a filter both.
  case comprehension(Macro, range: CELNode, variables: [String], bodies: [CELNode])
  case bind(String, CELNode, CELNode)
}

/// A part and how deep it is.
struct CELTree {
  /// The deepest that is evaluated.
  static let heightLimit = 100

  let node: CELNode
  let height: Int

  init(_ node: CELNode, over children: [CELTree] = []) throws(CompositionError) {
    self.node = node
    height = 1 + (children.map(\.height).max() ?? 0)
    guard height <= Self.heightLimit else {
      throw CompositionError("the expression nests deeper than \(Self.heightLimit) levels")
    }
  }
}
