/// What the function refuses before it runs.
package struct InputFault: Error, Hashable, Sendable {
  package enum Kind: String, Sendable {
    case required = "Required"
    case invalid = "Invalid"
  }

  package let kind: Kind
  /// The field inside what was asked about, as in `transforms[0].math.type`.
  package let field: String
  package let detail: String

  init(_ kind: Kind, _ field: String, _ detail: String = "") {
    self.kind = kind
    self.field = field
    self.detail = detail
  }

  func within(_ parent: String) -> InputFault { InputFault(kind, "\(parent).\(field)", detail) }

  /// In the words of Kubernetes' field errors.
  package var message: String { "\(field): \(kind.rawValue) value" + (detail.isEmpty ? "" : ": \(detail)") }
}

extension Transform {
  /// The first fault of this transform; nil when it may run.
  package var fault: InputFault? {
    switch work {
    case .unknown: return InputFault(.invalid, "type", "unknown transform type")
    case .math(nil), .map(nil), .match(nil), .string(nil), .convert(nil):
      return InputFault(.required, type, "given transform type \(type) requires configuration")
    case .math(let math?): return math.fault?.within("math")
    case .map(let pairs?):
      return pairs.isEmpty ? InputFault(.required, "map.pairs", "at least one pair must be specified") : nil
    case .match(let match?): return match.fault?.within("match")
    case .string(let string?): return string.fault?.within("string")
    case .convert(let convert?):
      if !ConvertTransform.formats.contains(convert.format) { return InputFault(.invalid, "convert.format") }
      return ConvertTransform.types.contains(convert.toType) ? nil : InputFault(.invalid, "convert.toType")
    }
  }
}

extension MathTransform {
  fileprivate var fault: InputFault? {
    guard let type, !type.isEmpty else { return InputFault(.required, "type", "math transform type is required") }
    guard let key = numberKey else { return InputFault(.invalid, "type", "unknown math transform type") }
    return number == nil ? InputFault(.required, key, "must be specified for a math transform of type \(type)") : nil
  }
}

extension MatchTransform {
  fileprivate var fault: InputFault? {
    guard !patterns.isEmpty else {
      return InputFault(
        .required, "patterns", "at least one pattern must be specified if a match transform is specified")
    }
    for (index, pattern) in patterns.enumerated() {
      if let fault = pattern.fault { return fault.within("patterns[\(index)]") }
    }
    return nil
  }
}

extension MatchTransform.Pattern {
  fileprivate var fault: InputFault? {
    switch type {
    case "", "literal": return literal == nil ? InputFault(.required, "literal") : nil
    case "regexp":
      guard let compiled else { return InputFault(.required, "regexp") }
      if case .failure(let error) = compiled { return InputFault(.invalid, "regexp", error.message) }
      return nil
    default: return InputFault(.invalid, "type", "unknown pattern type")
    }
  }
}

extension StringTransform {
  fileprivate var fault: InputFault? {
    guard let type, !type.isEmpty else { return InputFault(.required, "type", "string transform type is required") }
    guard let key = Self.keys[type] else { return InputFault(.invalid, "type", "unknown string transform type") }
    guard isComplete else { return InputFault(.required, key, "\(type) transform requires a \(key)") }
    if type == "Replace", replace?.search.isEmpty ?? true { return InputFault(.required, "replace.search") }
    guard type == "Regexp", let regexp else { return nil }
    if regexp.match.isEmpty { return InputFault(.required, "regexp.match") }
    if case .failure(let error) = regexp.compiled { return InputFault(.invalid, "regexp.match", error.message) }
    return nil
  }
}
