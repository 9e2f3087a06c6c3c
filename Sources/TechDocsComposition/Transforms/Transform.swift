/// One transform of a patch, decoded once for each Composition.
///
/// Decoding takes what is there; whether it may be so is asked by `TransformValidation`, as in the function.
package struct Transform: Sendable, Hashable {
  /// What a transform does; nil for the part that is missing.
  enum Work: Sendable, Hashable {
    case math(MathTransform?)
    case map([String: FieldNode]?)
    case match(MatchTransform?)
    case string(StringTransform?)
    case convert(ConvertTransform?)
    case unknown
  }

  /// As written: `math`, `map`, `match`, `string`, `convert`, or something else.
  package let type: String
  let work: Work
  let origin: Origin

  /// With `isNative` this is v1's native P&T, where math and string transforms have default types.
  package init(_ node: FieldNode, isNative: Bool = false) {
    type = node["type"]?.string ?? ""
    origin = node.origin
    let part = node[type]
    switch type {
    case "math": work = .math(part.map { MathTransform($0, isNative: isNative) })
    case "map": work = .map(part.map(Self.pairs))
    case "match": work = .match(part.map(MatchTransform.init))
    case "string": work = .string(part.map { StringTransform($0, isNative: isNative) })
    case "convert": work = .convert(part.map(ConvertTransform.init))
    default: work = .unknown
    }
  }

  private static func pairs(_ node: FieldNode) -> [String: FieldNode] {
    let fields = node["pairs"]?.map ?? node.map ?? Fields()
    return Dictionary(fields.entries.map { ($0.key, $0.node.asRawJSON) }) { _, last in last }
  }

  /// The value that comes out.
  package func resolve(_ input: FieldNode, _ budget: inout Budget) throws(CompositionError) -> FieldNode {
    do throws(CompositionError) {
      let output = try apply(input)
      if case .string(let text) = output.value { try budget.spend(text: text) } else { try budget.spend(output.count) }
      return output
    } catch {
      throw error.wrapped("\(type) transform could not resolve: ").located(origin)
    }
  }

  private func apply(_ input: FieldNode) throws(CompositionError) -> FieldNode {
    switch work {
    case .math(let math?): return try math.resolve(input)
    case .match(let match?): return try match.resolve(input)
    case .string(let string?): return try string.resolve(input)
    case .convert(let convert?): return try convert.resolve(input)
    case .map(let pairs?):
      guard let key = input.string else {
        throw CompositionError("type \(GoText.type(of: input)) is not supported for map transform")
      }
      guard let value = pairs[key] else { throw CompositionError("key \(key) is not found in map") }
      return value
    case .unknown: throw CompositionError("transform type \(type) is not supported")
    case .math, .map, .match, .string, .convert:
      throw CompositionError("given transform type \(type) requires configuration")
    }
  }
}

extension [Transform] {
  /// Runs a chain.
  package func resolve(_ input: FieldNode, _ budget: inout Budget) throws(CompositionError) -> FieldNode {
    var value = input
    for (index, transform) in enumerated() {
      do throws(CompositionError) {
        value = try transform.resolve(value, &budget)
      } catch {
        throw error.wrapped("transform at index \(index) returned error: ")
      }
    }
    return value
  }
}

extension FieldNode {
  /// The value as Go reads it from raw JSON: numbers are floats there.
  var asRawJSON: FieldNode {
    switch value {
    case .int(let int): FieldNode(.double(Double(int)), origin)
    case .list(let items): FieldNode(.list(items.map(\.asRawJSON)), origin)
    case .map(let fields): FieldNode(.map(fields.mapValues(\.asRawJSON)), origin)
    default: self
    }
  }

  /// The value after a trip through JSON into an object: a float without a fraction is an integer then.
  var asObjectValue: FieldNode {
    switch value {
    case .double(let double):
      FieldNode(abs(double) < 1e21 ? Int64(exactly: double).map { .int($0) } ?? value : value, origin)
    case .list(let items): FieldNode(.list(items.map(\.asObjectValue)), origin)
    case .map(let fields): FieldNode(.map(fields.mapValues(\.asObjectValue)), origin)
    default: self
    }
  }
}
