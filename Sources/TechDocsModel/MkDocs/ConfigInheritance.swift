/// Follows `INHERIT` inside a repository and merges the files, the inheriting one winning.
///
/// Source: MkDocs `utils/yaml.py`: mappings are merged key by key, everything else is replaced.
struct ConfigInheritance {
  let read: (String) -> SourceText?

  /// How many files may inherit from each other.
  private static let lengthLimit = 16

  func resolved(_ source: SourceText) -> Diagnosed<YAMLNode?> {
    var result = YAMLDocument.parse(source)
    var seen: Set<SourcePath> = [source.path], current = source
    while let node = result.value, let parent = node["INHERIT"] {
      let own = YAMLNode(.mapping((node.mapping ?? []).filter { $0.key.string != "INHERIT" }), range: node.range)
      guard let text = parent.string, let inherited = file(text, from: current), seen.count <= Self.lengthLimit,
        seen.insert(inherited.path).inserted
      else {
        result.value = own
        result.diagnostics.append(fault(parent))
        break
      }
      let base = YAMLDocument.parse(inherited).collecting(into: &result.diagnostics)
      result.value = base.map { Self.merged(own, over: $0) } ?? own
      current = inherited
    }
    return result
  }

  private func file(_ path: String, from source: SourceText) -> SourceText? {
    RelativePath.resolving(path, from: RelativePath.folder(of: source.path.path)).flatMap(read)
  }

  private func fault(_ node: YAMLNode) -> Diagnostic {
    .error(
      "config-value", at: node.range, "'INHERIT' needs a file inside this repository that does not inherit in a circle",
      help: "as in `INHERIT: ../base.yml`")
  }

  /// The recursion is bounded by the depth to which YAML is read.
  static func merged(_ own: YAMLNode, over base: YAMLNode) -> YAMLNode {
    guard let mine = own.mapping, let theirs = base.mapping else { return own }
    var entries = theirs, places: [String: Int] = [:]
    for (place, entry) in theirs.enumerated() { places[entry.key.string ?? ""] = place }
    for entry in mine {
      guard let name = entry.key.string, let place = places[name] else {
        entries.append(entry)
        continue
      }
      entries[place] = .init(key: entry.key, value: merged(entry.value, over: entries[place].value))
    }
    return YAMLNode(.mapping(entries), range: own.range)
  }
}
