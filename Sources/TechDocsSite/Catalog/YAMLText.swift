import TechDocsModel

/// A YAML value written out again for readers, two spaces a level, keys in the order of the file.
struct YAMLText {
  private(set) var text = ""

  /// Depth is capped where YAML is read.
  mutating func put(_ node: YAMLNode, depth: Int = 0) {
    let pad = String(repeating: "  ", count: depth)
    switch node.value {
    case .scalar(let value, _): text += pad + Self.scalar(value) + "\n"
    case .mapping(let entries):
      for entry in entries {
        text += pad + Self.scalar(entry.key.string ?? "") + ":"
        putValue(entry.value, depth: depth + 1)
      }
    case .sequence(let items):
      for item in items {
        text += pad + "-"
        putValue(item, depth: depth + 1)
      }
    }
  }

  private mutating func putValue(_ node: YAMLNode, depth: Int) {
    if case .scalar(let value, _) = node.value {
      text += " " + Self.scalar(value) + "\n"
    } else if node.mapping?.isEmpty ?? node.sequence?.isEmpty ?? false {
      text += node.mapping == nil ? " []\n" : " {}\n"
    } else {
      text += "\n"
      put(node, depth: depth)
    }
  }

  /// Several lines stay on one, as a quoted string.
  private static func scalar(_ value: String) -> String { value.contains("\n") ? JSONText.quoted(value) : value }
}
