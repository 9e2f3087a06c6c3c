/// `convert`: from one type to another.
struct ConvertTransform: Sendable, Hashable {
  static let types = ["string", "int", "int64", "bool", "float64", "object", "array"]
  static let formats = ["none", "quantity", "json"]

  let toType: String
  let format: String

  init(_ node: FieldNode) {
    toType = node["toType"]?.string ?? ""
    let written = node["format"]?.string ?? ""
    format = written.isEmpty ? "none" : written
  }

  func resolve(_ input: FieldNode) throws(CompositionError) -> FieldNode {
    guard Self.formats.contains(format) else { throw CompositionError("format: Invalid value: \"\(format)\"") }
    guard Self.types.contains(toType) else { throw CompositionError("toType: Invalid value: \"\(toType)\"") }
    return try convert(input)
  }

  /// The conversion itself, without a look at whether type and format are known.
  func convert(_ input: FieldNode) throws(CompositionError) -> FieldNode {
    let target = toType == "int" ? "int64" : toType
    let source = GoText.type(of: input)
    guard ["string", "bool", "int64", "float64"].contains(source) else {
      throw CompositionError("invalid input type \(input.isNull ? "nil" : source)")
    }
    if source == target { return input }
    switch (input.value, target, format) {
    case (.string(let text), "int64", "none"): return FieldNode(.int(try Self.integer(text)))
    case (.string(let text), "bool", "none"): return FieldNode(.bool(try Self.bool(text)))
    case (.string(let text), "float64", "none"): return FieldNode(.double(try Self.double(text)))
    case (.string(let text), "float64", "quantity"): return FieldNode(.double(try Quantity.value(of: text)))
    case (.string(let text), "object", "json"), (.string(let text), "array", "json"):
      return try Self.json(text, target)
    case (.int(let int), "string", "none"): return FieldNode(.string(String(int)))
    case (.int(let int), "bool", "none"): return FieldNode(.bool(int == 1))
    case (.int(let int), "float64", "none"): return FieldNode(.double(Double(int)))
    case (.bool(let bool), "string", "none"): return FieldNode(.string(bool ? "true" : "false"))
    case (.bool(let bool), "int64", "none"): return FieldNode(.int(bool ? 1 : 0))
    case (.bool(let bool), "float64", "none"): return FieldNode(.double(bool ? 1 : 0))
    case (.double(let double), "string", "none"): return FieldNode(.string(GoFloat.plain(double)))
    case (.double(let double), "int64", "none"):
      return FieldNode(.int(Int64(exactly: double.rounded(.towardZero)) ?? .min))
    case (.double(let double), "bool", "none"): return FieldNode(.bool(double == 1))
    default:
      throw CompositionError(
        "conversion from \(source) to \(toType == "int" ? "int64" : toType) is not supported with format \(format)")
    }
  }

  private static func fault(_ function: String, _ text: String, _ reason: String) -> CompositionError {
    CompositionError("strconv.\(function): parsing \(GoText.quoted(text)): \(reason)")
  }

  private static func integer(_ text: String) throws(CompositionError) -> Int64 {
    let digits = text.hasPrefix("-") || text.hasPrefix("+") ? text.utf8.dropFirst() : text.utf8[...]
    guard !digits.isEmpty, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
      throw fault("ParseInt", text, "invalid syntax")
    }
    guard let int = Int64(text) else { throw fault("ParseInt", text, "value out of range") }
    return int
  }

  private static func bool(_ text: String) throws(CompositionError) -> Bool {
    switch text {
    case "1", "t", "T", "TRUE", "true", "True": return true
    case "0", "f", "F", "FALSE", "false", "False": return false
    default: throw fault("ParseBool", text, "invalid syntax")
    }
  }

  private static func double(_ text: String) throws(CompositionError) -> Double {
    guard let double = GoText.double(text) else { throw fault("ParseFloat", text, "invalid syntax") }
    let isWord = text.lowercased().contains("inf")
    guard double.isFinite || double.isNaN || isWord else { throw fault("ParseFloat", text, "value out of range") }
    return double
  }

  private static func json(_ text: String, _ target: String) throws(CompositionError) -> FieldNode {
    let node = try JSONReading.value(of: text).asRawJSON
    let isRight = target == "object" ? node.map != nil : node.list != nil
    guard isRight || node.isNull else {
      throw CompositionError("json: cannot unmarshal \(GoText.type(of: node)) into Go value")
    }
    return node
  }
}
