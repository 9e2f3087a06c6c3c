import TechDocsModel

/// Finds the YAML files of the platform and of services, by pattern or in the usual places.
struct PlatformFiles: Sendable {
  let workspace: Workspace

  /// A document and the repository that holds it.
  struct Document: Sendable {
    let node: YAMLNode
    let repository: Int
  }

  /// XRDs, Compositions and EnvironmentConfigs, in the order of repositories and paths.
  func platform(concurrency: Concurrency) -> Diagnosed<[Document]> {
    let config = workspace.platform
    let patterns = config.definitions + config.compositions + config.environments
    return documents(concurrency) { repository in
      patterns.isEmpty
        ? PlatformConfig.standardFolders.flatMap { files(matching: "\($0)/**", in: repository.tree) }
        : patterns.flatMap { files(ofWorkspacePattern: $0, in: repository) }
    }
  }

  /// What may be the composite resources of services.
  func instances(concurrency: Concurrency) -> Diagnosed<[Document]> {
    let patterns = workspace.platform.instances
    return documents(concurrency) { repository in
      patterns.isEmpty
        ? PlatformConfig.standardInstances.filter { repository.tree.has($0) }
        : patterns.flatMap { files(ofWorkspacePattern: $0, in: repository) }
    }
  }

  /// The documents of a service's manifests that another tool made; nil without a `fallback`.
  func fallback(name: String, namespace: String) -> Diagnosed<[Document]>? {
    guard let pattern = workspace.platform.fallback else { return nil }
    let filled = pattern.replacing("${name}", with: name).replacing("${namespace}", with: namespace)
    return documents(Concurrency(workers: 1)) { files(ofWorkspacePattern: filled, in: $0) }
  }

  private func documents(
    _ concurrency: Concurrency, _ paths: @Sendable (Repository) -> [String]
  ) -> Diagnosed<[Document]> {
    let read = concurrency.map(Array(workspace.repositories.enumerated()), scratch: { () }) { entry, _ in
      var documents: [Document] = [], diagnostics: [Diagnostic] = [], seen: Set<String> = []
      for path in paths(entry.element) where seen.insert(path).inserted {
        guard let source = entry.element.tree.text(at: path) else { continue }
        documents += YAMLDocument.parseAll(source).collecting(into: &diagnostics)
          .map { Document(node: $0, repository: entry.offset) }
      }
      return Diagnosed(documents, diagnostics)
    }
    return Diagnosed(read.flatMap(\.value), read.flatMap(\.diagnostics))
  }

  /// Files for a pattern that begins at the workspace's folder.
  private func files(ofWorkspacePattern pattern: String, in repository: Repository) -> [String] {
    let parts = pattern.split(separator: "/").map(String.init)
    let name = repository.name.split(separator: "/").map(String.init)
    guard parts.count > name.count else { return [] }
    let isHere = zip(name, parts).allSatisfy { PathGlob($1)?.matches($0) ?? false }
    guard isHere else { return [] }
    return files(matching: parts.dropFirst(name.count).joined(separator: "/"), in: repository.tree)
  }

  /// YAML files of a repository for a pattern; only the folder before its first wildcard is searched.
  private func files(matching pattern: String, in tree: any FileTree) -> [String] {
    guard PathGlob.isPattern(pattern) else { return tree.has(pattern) ? [pattern] : [] }
    guard let glob = PathGlob(pattern) else { return [] }
    let folder = pattern.split(separator: "/").prefix { !PathGlob.isPattern(String($0)) }.joined(separator: "/")
    guard tree.hasFolder(folder) else { return [] }
    return tree.files(under: folder).value.map(\.path.path).filter { path in
      let kind = RelativePath.fileExtension(of: path)
      return ["yaml", "yml", "json"].contains(kind) && glob.matches(path)
    }
  }
}
