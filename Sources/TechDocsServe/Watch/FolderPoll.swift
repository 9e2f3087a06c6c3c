import TechDocsModel

/// Looks at folders again and again, where the system cannot say that something happened.
package actor FolderPoll {
  private var known: [String: [TreeFile]] = [:]
  private var ignored: [String] = []

  package init() {}

  /// Looks at a folder, an absolute path, for the first time.
  package func watch(_ folder: String) { known[folder] = files(in: folder) }

  /// What changes in a folder, an absolute path, counts no more.
  package func ignore(_ folder: String) {
    ignored.append(folder + "/")
    known = known.mapValues { $0.filter { !isIgnored($0) } }
  }

  /// Whether something has changed since the last look.
  package func hasChanged() -> Bool {
    let now = Dictionary(uniqueKeysWithValues: known.keys.map { ($0, files(in: $0)) })
    defer { known = now }
    return now != known
  }

  private func files(in folder: String) -> [TreeFile] {
    let files = FolderTree(folder, repository: folder)?.files(under: "").value ?? []
    return ignored.isEmpty ? files : files.filter { !isIgnored($0) }
  }

  private func isIgnored(_ file: TreeFile) -> Bool {
    guard let location = file.location else { return false }
    return ignored.contains { location.hasPrefix($0) }
  }
}
