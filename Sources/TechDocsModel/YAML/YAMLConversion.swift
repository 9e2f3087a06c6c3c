import Yams

/// Turns Yams' nodes into ours within a budget: depth 64 and 100,000 nodes, aliases counted each time.
struct YAMLConversion {
  let path: SourcePath
  /// Lines of the file before the YAML.
  let lineOffset: Int
  private var budget = 100_000
  /// Whether the budget ran out; what was left became null.
  private(set) var isExhausted = false

  init(path: SourcePath, lineOffset: Int) {
    self.path = path
    self.lineOffset = lineOffset
  }

  /// The recursion is bounded by the depth limit.
  mutating func converted(_ node: Node, depth: Int = 0) -> YAMLNode {
    budget -= 1
    guard budget > 0, depth < 64 else {
      isExhausted = true
      return YAMLNode(.scalar("", isPlain: true), range: range(node.mark, length: 0))
    }
    switch node {
    case .scalar(let scalar):
      let length = scalar.style == .plain ? scalar.string.utf8.count : scalar.string.utf8.count + 2
      let value = YAMLNode.Value.scalar(scalar.string, isPlain: scalar.style == .plain || scalar.style == .any)
      return YAMLNode(value, range: range(scalar.mark, length: length), tag: tag(scalar.tag))
    case .sequence(let sequence):
      let nodes = sequence.map { converted($0, depth: depth + 1) }
      return YAMLNode(.sequence(nodes), range: range(sequence.mark, length: 0), tag: tag(sequence.tag))
    case .mapping(let mapping):
      let entries = merged(
        mapping.map { .init(key: converted($0.key, depth: depth + 1), value: converted($0.value, depth: depth + 1)) })
      return YAMLNode(.mapping(entries), range: range(mapping.mark, length: 0), tag: tag(mapping.tag))
    case .alias(let alias):
      return YAMLNode(.scalar("", isPlain: true), range: range(alias.mark, length: 0))
    }
  }

  /// Takes the entries of `<<` in, where no key of the mapping's own stands against them.
  private func merged(_ entries: [YAMLNode.Entry]) -> [YAMLNode.Entry] {
    guard entries.contains(where: { $0.key.string == "<<" }) else { return entries }
    var own = entries.filter { $0.key.string != "<<" }
    for entry in entries where entry.key.string == "<<" {
      let sources = entry.value.sequence ?? [entry.value]
      for inherited in sources.flatMap({ $0.mapping ?? [] })
      where !own.contains(where: { $0.key.value == inherited.key.value }) {
        own.append(inherited)
      }
    }
    return own
  }

  private func range(_ mark: Mark?, length: Int) -> SourceRange {
    SourceRange(path, line: max(1, mark?.line ?? 1) + lineOffset, column: max(1, mark?.column ?? 1), length: length)
  }

  /// An explicit tag; YAML's own types are implicit and give nil.
  private func tag(_ tag: Tag) -> String? {
    let name = tag.description
    guard name.hasPrefix("tag:yaml.org,2002:") else { return name.hasPrefix("!") && name != "!" ? name : nil }
    return name.hasPrefix("tag:yaml.org,2002:python/") ? name : nil
  }
}
