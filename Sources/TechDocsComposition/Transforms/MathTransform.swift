/// `math`: Multiply, ClampMin, ClampMax.
struct MathTransform: Sendable, Hashable {
  /// As written; the function requires it, native P&T takes Multiply for none.
  let type: String?
  let multiply: Int64?
  let clampMin: Int64?
  let clampMax: Int64?

  init(_ node: FieldNode, isNative: Bool) {
    type = node["type"]?.string ?? (isNative ? "Multiply" : nil)
    multiply = node["multiply"]?.int
    clampMin = node["clampMin"]?.int
    clampMax = node["clampMax"]?.int
  }

  /// The number that the type needs; nil when it is missing.
  var number: Int64? {
    switch type {
    case "Multiply": multiply
    case "ClampMin": clampMin
    case "ClampMax": clampMax
    default: nil
    }
  }

  /// The key of that number; nil for an unknown type.
  var numberKey: String? {
    switch type {
    case "Multiply": "multiply"
    case "ClampMin": "clampMin"
    case "ClampMax": "clampMax"
    default: nil
    }
  }

  func resolve(_ input: FieldNode) throws(CompositionError) -> FieldNode {
    guard let type, !type.isEmpty else {
      throw CompositionError("type: Required value: math transform type is required")
    }
    guard let key = numberKey else {
      throw CompositionError("type: Invalid value: \"\(type)\": unknown math transform type")
    }
    guard let number else {
      throw CompositionError("\(key): Required value: must specify a value if a \(key) math transform is specified")
    }
    switch input.value {
    case .int(let int): return FieldNode(.int(result(type, int, number)))
    case .double(let double):
      if type == "Multiply" { return FieldNode(.double(double * Double(number))) }
      let truncated = Int64(exactly: double.rounded(.towardZero)) ?? .min
      let clamped = result(type, truncated, number)
      return clamped == truncated ? input : FieldNode(.int(number))
    default:
      throw CompositionError(
        "input is required to be a number for math transformer, got \(GoText.type(of: input))")
    }
  }

  /// Integers wrap, as in Go.
  private func result(_ type: String, _ input: Int64, _ number: Int64) -> Int64 {
    switch type {
    case "Multiply": input &* number
    case "ClampMin": max(input, number)
    default: min(input, number)
    }
  }
}
