import TechDocsModel

/// A `mkdocs.yml` and the folder that it stands in: the project of a doc site, or one that it includes.
struct DocsProject {
  let repository: Repository
  /// Relative to the repository's folder; empty for its root.
  let folder: String
  let config: MkDocsConfig

  /// The `docs_dir` relative to the repository's folder; nil when it is missing or leaves the repository.
  func docsFolder() -> Diagnosed<String?> {
    let range = config.docsDirRange ?? config.source.map { SourceRange($0, line: 1) }
    let isRelative = !config.docsDir.hasPrefix("/")
    guard isRelative, let docs = RelativePath.resolving(config.docsDir, from: folder), !docs.isEmpty, docs != folder
    else {
      return Diagnosed(
        nil,
        [
          .error(
            "escaping-path", at: range,
            "'docs_dir' must name a folder below the one of 'mkdocs.yml', not '\(config.docsDir)'",
            help: "as in `docs_dir: docs`")
        ])
    }
    guard repository.tree.hasFolder(docs) else {
      return Diagnosed(
        nil,
        [
          .error(
            "missing-docs-dir", at: range ?? place, "Folder '\(config.docsDir)' for the documentation is not there",
            help: "make the folder with an 'index.md' in it, or name another in 'docs_dir'")
        ])
    }
    return Diagnosed(docs)
  }

  private var place: SourceRange {
    SourceRange(SourcePath(repository: repository.name, path: folder.isEmpty ? "." : folder), line: 1)
  }
}
