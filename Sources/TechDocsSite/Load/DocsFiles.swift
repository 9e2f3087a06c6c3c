import TechDocsModel

/// The files of one doc site on disk, with the paths that the doc site sees.
struct DocsFiles: Sendable {
  /// A file, and its path below `docs_dir` (below an included project's alias where it comes from one).
  struct Entry: Sendable {
    let file: TreeFile
    let docPath: String
    /// Whether it is a drawing that is published without what it would run.
    var isCleaned = false
  }

  private(set) var pages: [Entry] = []
  private(set) var assets: [Entry] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// The same files as `nav` sees them: without the alias.
  let names: DocFiles
  /// What `names` was made from, besides the configuration.
  let paths: [String]

  /// Lists a project's `docs_dir`; `alias` is put before each path and is empty for the doc site's own project. What is
  /// `known` of it was made by the same configuration.
  init(_ project: DocsProject, docs: String, alias: String = "", known: DocsListing? = nil) {
    let listed = project.repository.tree.files(under: docs)
    diagnostics = listed.diagnostics
    var byName: [String: TreeFile] = [:], paths: [String] = []
    for file in listed.value {
      guard let name = RelativePath.tail(of: file.path.path, below: docs) else { continue }
      byName[name] = file
      paths.append(name)
    }
    names = known.flatMap { $0.paths == paths ? $0.names : nil } ?? DocFiles(paths, config: project.config)
    self.paths = paths
    let entry = { (name: String) in
      byName[name].map { Entry(file: $0, docPath: RelativePath.joining(alias, name)) }
    }
    pages = names.pages.compactMap(entry)
    diagnostics += names.shadowed.sorted { $0.key.isBefore($1.key) }.compactMap { name, holder in
      byName[name].map { Self.unbuilt($0, holder: holder, byName[holder]) }
    }
    let policy = PublishPolicy(isTrusted: project.repository.isTrusted)
    for asset in names.assets.compactMap(entry) {
      take(asset, policy.decision(on: asset.file, in: project.repository.tree))
    }
  }

  private mutating func take(_ asset: Entry, _ decision: PublishPolicy.Decision) {
    switch decision {
    case .publish: assets.append(asset)
    case .clean(let removed):
      assets.append(Entry(file: asset.file, docPath: asset.docPath, isCleaned: true))
      diagnostics += removed.map { Self.removed($0, from: asset.file) }
    case .refuse(let reason): diagnostics.append(Self.unpublished(asset.file, reason))
    case .tooLarge:
      diagnostics.append(
        .error(
          "asset-too-large", at: SourceRange(asset.file.path, line: 1),
          "'\(asset.file.path.name)' is larger than \(Limits.assetBytes >> 20) MB and is not published",
          help: "host it elsewhere and link to it"))
    }
  }

  private static func removed(_ what: String, from file: TreeFile) -> Diagnostic {
    .warning(
      "removed-html", at: SourceRange(file.path, line: 1),
      "'\(what)' is removed from this drawing: its source is not trusted",
      help: "export the drawing without scripts and outside resources")
  }

  mutating func append(_ other: DocsFiles) {
    pages += other.pages
    assets += other.assets
    diagnostics += other.diagnostics
  }

  private static func unbuilt(_ file: TreeFile, holder: String, _ other: TreeFile?) -> Diagnostic {
    .warning(
      "duplicate-url", at: SourceRange(file.path, line: 1),
      "'\(file.path.name)' is not built: '\(holder)' has the same address",
      help: "rename one of the two, or name it in 'exclude_docs'",
      notes: [.init("'\(holder)' is built", at: other.map { SourceRange($0.path, line: 1) })])
  }

  private static func unpublished(_ file: TreeFile, _ reason: String) -> Diagnostic {
    .warning(
      "unpublished-file", at: SourceRange(file.path, line: 1), "'\(file.path.name)' is not published: \(reason)",
      help: "set `trust: full` for this source in techdocs.yml if its files may run on the site")
  }
}
