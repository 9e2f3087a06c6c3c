extension ComposedResource {
  /// Why this resource is there, in words for a developer: the filters that it passed, else that it always is.
  package var why: String {
    guard !verdicts.isEmpty else { return "always" }
    return verdicts.count == 1 ? verdicts[0].words : verdicts.map(\.words).joined(separator: "; ")
  }
}

extension LeftOutResource {
  /// Why this resource is not there.
  package var why: String {
    switch reason {
    case .filter(let words): "needs " + words
    case .missingField(let message): "a required field is missing: \(message)"
    }
  }
}

/// Filter expressions as a developer reads them.
enum FilterWords {
  /// Without the way to the composite resource: `has(spec.database)` becomes `spec.database is set`.
  static func text(_ expression: String) -> String {
    var text = expression.replacing("observed.composite.resource.", with: "")
    text = text.replacing("  ", with: " ")
    let parts = text.split(separator: " && ", omittingEmptySubsequences: false).map(String.init)
    guard !text.contains("||"), !text.contains("?") else { return text }
    return parts.map(part).joined(separator: " and ")
  }

  private static func part(_ text: String) -> String {
    if text.hasPrefix("has("), text.hasSuffix(")"), let path = path(text.dropFirst(4).dropLast()) {
      return "\(path) is set"
    }
    if text.hasPrefix("!has("), text.hasSuffix(")"), let path = path(text.dropFirst(5).dropLast()) {
      return "\(path) is not set"
    }
    if let path = path(text[...]) { return "\(path) is true" }
    if text.hasPrefix("!"), let path = path(text.dropFirst()) { return "\(path) is false" }
    return text
  }

  /// The text when it is nothing but a dotted path.
  private static func path(_ text: Substring) -> Substring? {
    let isPlain = text.utf8.allSatisfy { byte in
      byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z") || byte >= 0x30 && byte <= 0x39
        || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
    }
    return isPlain && text.contains(".") ? text : nil
  }
}
