extension Transform {
  /// What the transform does, in a few words, as they stand after a field's name: `×3`, `at most 30`.
  package var words: String {
    switch work {
    case .math(let math?): math.words
    case .map(let pairs?): "mapped (\(pairs.count) choices)"
    case .match: "by the pattern that fits"
    case .string(let string?): string.words
    case .convert(let convert?):
      "as \(convert.toType == "int64" || convert.toType == "int" ? "integer" : convert.toType)"
    default: type
    }
  }
}

extension MathTransform {
  fileprivate var words: String {
    let number = number.map(String.init) ?? "?"
    switch type {
    case "Multiply": return "×\(number)"
    case "ClampMin": return "at least \(number)"
    default: return "at most \(number)"
    }
  }
}

extension StringTransform {
  fileprivate var words: String {
    switch type {
    case "Format": "in '\(format ?? "")'"
    case "Convert": convertWords
    case "TrimPrefix", "TrimSuffix": "without '\(trim ?? "")'"
    case "Regexp": "the part that fits '\(regexp?.match ?? "")'"
    case "Join": "joined by '\(separator ?? "")'"
    default: "'\(replace?.search ?? "")' → '\(replace?.replacement ?? "")'"
    }
  }

  private var convertWords: String {
    switch convert {
    case "ToUpper": "in upper case"
    case "ToLower": "in lower case"
    default: convert.map { $0.hasPrefix("To") ? "as \($0.dropFirst(2))" : $0 } ?? ""
    }
  }
}

extension Patch {
  /// What the transforms do, one after the other; empty without any.
  package var transformWords: String { transforms.map(\.words).joined(separator: ", ") }

  /// How the value comes about, with the names of the fields: `spec.replicas, ×3, at most 30`.
  package var words: String {
    var parts = [fromPaths.joined(separator: " + ")]
    if let format = combine?.format { parts.append("in '\(format)'") }
    if !transforms.isEmpty { parts.append(transformWords) }
    return parts.joined(separator: ", ")
  }
}
