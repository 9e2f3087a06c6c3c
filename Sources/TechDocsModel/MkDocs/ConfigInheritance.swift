/// Follows `INHERIT` inside a repository and merges the files, the inheriting one winning.
///
/// Source: MkDocs `utils/yaml.py`: mappings are merged key by key, everything else is replaced.
struct ConfigInheritance {
  let read: (String) -> SourceText?

  func resolved(_ source: SourceText) -> Diagnosed<YAMLNode?> {
    var result = YAMLDocument.parse(source)
    var seen: Set<SourcePath> = [source.path], current = source
    while let parent = result.value?["INHERIT"], let node = result.value {
      let own = YAMLNode(.mapping((node.mapping ?? []).filter { $0.key.string != "INHERIT" }), range: node.range)
      guard let text = parent.string, let inherited = file(text, from: current), seen.insert(inherited.path).inserted
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
    let kept = theirs.map { entry in
      guard let name = entry.key.string, let value = own[name] else { return entry }
      return YAMLNode.Entry(key: entry.key, value: merged(value, over: entry.value))
    }
    let added = mine.filter { entry in !theirs.contains { $0.key.value == entry.key.value } }
    return YAMLNode(.mapping(kept + added), range: own.range)
  }
}
