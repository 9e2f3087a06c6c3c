/// What `search` of a `techdocs.yml` says.
package struct SearchConfig: Sendable, Hashable {
  /// Groups of words that mean the same, in lower case.
  package var synonyms: [[String]] = []
  /// Whether each doc site gets a `search/search_index.json` as MkDocs writes it, for readers such as Backstage.
  package var mkdocsIndex = false

  package init() {}

  /// The keys of `search`.
  static let keys = ["synonyms", "mkdocs_index"]

  /// Reads the mapping; what is wrong in it is reported, the rest counts.
  static func decoding(_ node: YAMLNode, _ reader: inout ConfigReader) -> SearchConfig {
    var config = SearchConfig()
    guard !node.isNull else { return config }
    guard node.mapping != nil else {
      reader.complain("search", node, "lines of `key: value`, as in `mkdocs_index: true`")
      return config
    }
    reader.reportUnknownKeys(of: node, known: keys, in: "'search'")
    if let flag = node["mkdocs_index"] {
      if let value = flag.bool {
        config.mkdocsIndex = value
      } else {
        reader.complain("mkdocs_index", flag, "`true` or `false`")
      }
    }
    if let list = node["synonyms"] { config.synonyms = synonyms(list, &reader) }
    return config
  }

  private static func synonyms(_ node: YAMLNode, _ reader: inout ConfigReader) -> [[String]] {
    guard let groups = node.sequence else {
      reader.complain("synonyms", node, "a list of groups, as in `- [k8s, kubernetes]`")
      return []
    }
    return groups.compactMap { group in
      let words = group.sequence?.compactMap(\.string).map { $0.lowercased() } ?? []
      guard words.count > 1 else {
        reader.complain("synonyms", group, "two words or more in each group, as in `- [k8s, kubernetes]`")
        return nil
      }
      return words
    }
  }
}
