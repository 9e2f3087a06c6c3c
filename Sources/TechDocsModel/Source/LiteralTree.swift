/// A tree written as a literal, for tests: `LiteralTree(["docs/index.md": "# Hi"])`.
package struct LiteralTree: FileTree {
  private let repository: String
  private let texts: [String: String]

  package init(_ texts: [String: String], repository: String = "") {
    self.repository = repository
    self.texts = texts
  }

  package func files(under folder: String) -> Diagnosed<[TreeFile]> {
    Diagnosed(
      texts.filter { RelativePath.tail(of: $0.key, below: folder) != nil }
        .map {
          TreeFile(path: SourcePath(repository: repository, path: $0.key), size: $0.value.utf8.count, location: nil)
        }
        .sorted { $0.path < $1.path })
  }

  package func read(_ path: String, limit: Int) -> Result<SourceText, ReadFailure> {
    guard let text = texts[path] else { return .failure(.missing) }
    guard text.utf8.count <= limit else { return .failure(.tooLarge(limit: limit)) }
    return .success(SourceText(path: SourcePath(repository: repository, path: path), bytes: Array(text.utf8)))
  }

  package func hasFolder(_ path: String) -> Bool {
    path.isEmpty || texts.keys.contains { RelativePath.tail(of: $0, below: path) != nil }
  }
}
