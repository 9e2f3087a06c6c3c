/// One node of a YAML document that knows where it stands.
///
/// Nothing is typed while parsing: `yes`, `010` and dates stay text until a reader asks for a kind, so that an
/// odd value is a diagnostic at its own line and never a trap.
package struct YAMLNode: Sendable, Hashable {
  package struct Entry: Sendable, Hashable {
    package let key: YAMLNode
    package let value: YAMLNode

    package init(key: YAMLNode, value: YAMLNode) {
      self.key = key
      self.value = value
    }
  }

  package indirect enum Value: Sendable, Hashable {
    /// `isPlain` is false for quoted and block scalars, which are always strings.
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    /// In the order of the file; keys are unique.
    case mapping([Entry])
  }

  package let value: Value
  /// The node's own text; for a mapping or sequence its start only.
  package let range: SourceRange
  /// An explicit tag as written, as in `!ENV` or `tag:yaml.org,2002:python/name:material.extensions.emoji.twemoji`;
  /// nil for implicit ones.
  package let tag: String?

  package init(_ value: Value, range: SourceRange, tag: String? = nil) {
    self.value = value
    self.range = range
    self.tag = tag
  }

  /// The text of a scalar; nil for anything else, and for null (`~`, `null`, nothing).
  package var string: String? {
    guard case .scalar(let text, let isPlain) = value else { return nil }
    return isPlain && Self.nulls.contains(text) ? nil : text
  }

  /// Whether this is YAML's null.
  package var isNull: Bool {
    guard case .scalar(let text, true) = value else { return false }
    return Self.nulls.contains(text)
  }

  /// YAML 1.1's booleans, as PyYAML reads them; nil for anything else.
  package var bool: Bool? {
    guard case .scalar(let text, true) = value else { return nil }
    switch text {
    case "true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON": return true
    case "false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF": return false
    default: return nil
    }
  }

  /// A decimal integer; nil for anything else.
  package var int: Int? {
    guard case .scalar(let text, true) = value else { return nil }
    return Int(text)
  }

  package var sequence: [YAMLNode]? {
    guard case .sequence(let nodes) = value else { return nil }
    return nodes
  }

  package var mapping: [Entry]? {
    guard case .mapping(let entries) = value else { return nil }
    return entries
  }

  /// The value at a key of a mapping; nil when absent or no mapping. O(entries).
  package subscript(key: String) -> YAMLNode? {
    guard case .mapping(let entries) = value else { return nil }
    for entry in entries {
      // A plain null is no name; asked last, since hardly a key is one.
      guard case .scalar(let text, let isPlain) = entry.key.value, text == key else { continue }
      if !isPlain || !Self.nulls.contains(text) { return entry.value }
    }
    return nil
  }

  private static let nulls: Set<String> = ["", "~", "null", "Null", "NULL"]
}
