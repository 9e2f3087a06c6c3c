import TechDocsModel

/// The history of one doc site's repository, with the way from the checkout's top to it.
package struct SiteHistory: Sendable {
  let history: RepositoryHistory
  /// The repository's folder from the checkout's top; empty where they are the same.
  let prefix: String
  let code: CodeFolder
  /// The last change of the code that the docs tell of; nil where there is none.
  let codeChange: RepositoryHistory.Change?

  /// The last change of a page's source; nil for one that was never committed.
  func change(of page: Page) -> RepositoryHistory.Change? {
    history[RelativePath.joining(prefix, page.source.path.path)]
  }
}

/// Reads the history of every repository whose doc sites ask for it: one `git log` for each checkout, never for a page.
struct HistoryLoading {
  let workspace: Workspace
  let memo: BuildMemo

  /// What is to be read of one checkout, and for whom.
  private struct Checkout {
    let folder: GitFolder
    /// Paths from its top.
    var folders: Set<String> = []
    var docSites: [(index: Int, prefix: String)] = []
  }

  /// By doc site: its history, where it asks for one.
  func histories(of docSites: [LoadedDocSite]) -> Diagnosed<[Int: SiteHistory]> {
    var checkouts: [String: Checkout] = [:], result = Diagnosed<[Int: SiteHistory]>([:])
    for (index, docSite) in docSites.enumerated() {
      guard let place = wish(of: docSite) else { continue }
      let repository = workspace.repositories[docSite.folder.repository]
      guard let root = (repository.tree as? FolderTree)?.folder, let folder = GitFolder(around: root) else {
        result.diagnostics.append(Self.missing(place, "its folder is no git checkout"))
        continue
      }
      let prefix = RelativePath.tail(of: root, below: folder.top) ?? ""
      var checkout = checkouts[folder.top] ?? Checkout(folder: folder)
      checkout.folders.formUnion(Self.folders(of: docSite).map { RelativePath.joining(prefix, $0) })
      checkout.docSites.append((index, prefix))
      checkouts[folder.top] = checkout
    }
    for (_, checkout) in checkouts.sorted(by: { $0.key.isBefore($1.key) }) {
      let folders = checkout.folders.contains("") ? [] : checkout.folders.sorted { $0.isBefore($1) }
      guard
        let history = memo.history(.init(folder: checkout.folder, folders: folders))
          ?? GitLog(folder: checkout.folder).history(of: folders)
      else {
        result.diagnostics += checkout.docSites.compactMap { wish(of: docSites[$0.index]) }.map {
          Self.missing($0, "git is not installed, or cannot read the commits")
        }
        continue
      }
      for (index, prefix) in checkout.docSites {
        result.value[index] = siteHistory(of: docSites[index], checkout.folder, history, prefix)
      }
    }
    return result
  }

  private func siteHistory(
    of docSite: LoadedDocSite, _ checkout: GitFolder, _ history: RepositoryHistory, _ prefix: String
  ) -> SiteHistory {
    let code = CodeFolder(
      checkout, folder: RelativePath.joining(prefix, docSite.folder.folder),
      docsDir: docSite.config.docsDir)
    let change = memo.codeChange(code) ?? GitLog(folder: checkout).lastChange(of: code)
    return SiteHistory(history: history, prefix: prefix, code: code, codeChange: change)
  }

  /// Where a doc site, or the workspace for it, asks for dates; nil where nobody does.
  private func wish(of docSite: LoadedDocSite) -> SourceRange? {
    let plugins = docSite.config.plugins.filter { $0.options?["enabled"]?.bool != false }
    if let plugin = plugins.first(where: { Self.plugins.contains($0.name) }) { return plugin.range }
    return workspace.pageDates
  }

  private static let plugins: Set<String> = ["git-revision-date-localized", "git-revision-date"]

  /// The folders that its pages come from, few enough to name.
  private static func folders(of docSite: LoadedDocSite) -> Set<String> {
    let docs = RelativePath.joining(docSite.folder.folder, docSite.config.docsDir)
    var folders: Set<String> = [docs]
    for page in docSite.pages where RelativePath.tail(of: page.source.path.path, below: docs) == nil {
      folders.insert(RelativePath.folder(of: page.source.path.path))
      if folders.count > 50 { return [""] }
    }
    return folders
  }

  private static func missing(_ place: SourceRange, _ reason: String) -> Diagnostic {
    .warning(
      "missing-history", at: place, "Pages show no date of their last change: \(reason)",
      help: "build in a full checkout, on a machine with git")
  }
}
