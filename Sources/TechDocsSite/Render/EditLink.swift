import TechDocsModel

/// Where a page's source can be edited.
///
/// Source: MkDocs `Page._set_edit_url`: `edit_uri_template` with `{path}` and its kin, else `edit_uri` joined to
/// `repo_url`, then the path below `docs_dir`.
struct EditLink {
  private let config: MkDocsConfig

  init(_ config: MkDocsConfig) { self.config = config }

  /// nil when the configuration names no place.
  func url(of page: Page) -> String? {
    let path = sourcePath(of: page)
    if let template = config.editURITemplate { return joined(filled(template, path)) }
    guard let edit = config.editURI, !edit.isEmpty else { return nil }
    let base = edit.hasSuffix("/") || edit.hasPrefix("?") || edit.hasPrefix("#") ? edit : edit + "/"
    return joined(base + PercentEncoding.path(path))
  }

  /// The path below the `docs_dir` that the page came from.
  private func sourcePath(of page: Page) -> String {
    let folder = config.source.map { RelativePath.folder(of: $0.path) } ?? ""
    let docs = RelativePath.resolving(config.docsDir, from: folder) ?? config.docsDir
    return RelativePath.tail(of: page.source.path.path, below: docs) ?? page.docPath
  }

  private func filled(_ template: String, _ path: String) -> String {
    let name = path.hasSuffix(".md") ? String(path.dropLast(3)) : path
    return template.replacing("{path!q}", with: PercentEncoding.path(path)).replacing("{path}", with: path)
      .replacing("{path_noext!q}", with: PercentEncoding.path(name)).replacing("{path_noext}", with: name)
      .replacing("{filename}", with: path.split(separator: "/").last.map(String.init) ?? path)
  }

  private func joined(_ edit: String) -> String? {
    if edit.contains("://") { return LinkTarget.isHarmless(edit) ? edit : nil }
    guard let repo = config.repoURL else { return nil }
    guard LinkTarget.isHarmless(repo) else { return nil }
    return (repo.hasSuffix("/") ? repo : repo + "/") + (edit.hasPrefix("/") ? String(edit.dropFirst()) : edit)
  }
}
