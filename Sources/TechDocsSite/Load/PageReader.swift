import TechDocsModel

/// Reads one Markdown file into a page.
struct PageReader: Sendable {
  /// What a page depends on beside its file.
  struct Settings: Sendable, Hashable {
    let useDirectoryURLs: Bool
    /// The folder of the doc site in the built site; empty for the root.
    let base: String
    let docSite: Int

    /// Where a page of the doc site stands in the built site, there or not.
    func path(ofPage docPath: String) -> SitePath {
      let address = DocFiles.sitePath(ofPage: docPath, useDirectoryURLs: useDirectoryURLs)
      return SitePath(RelativePath.joining(base, address.path))
    }
  }

  let repository: Repository
  let settings: Settings
  let memo: BuildMemo

  /// nil when the file cannot be read; the reason is reported.
  func page(_ entry: DocsFiles.Entry) -> Diagnosed<Page?> {
    if let known = memo.page(entry, by: settings) { return Diagnosed(known, known.findings) }
    switch repository.tree.read(entry.file.path.path, limit: Limits.markdownBytes) {
    case .failure(let failure):
      return Diagnosed(nil, [failure.diagnostic(for: entry.file.path)])
    case .success(let source):
      let frontMatter = FrontMatter(of: source)
      let page = Page(
        Page.Fields(
          source: source, frontMatter: frontMatter.fields, body: frontMatter.body, docPath: entry.docPath,
          path: settings.path(ofPage: entry.docPath), docSite: settings.docSite, file: entry.file,
          findings: frontMatter.diagnostics))
      return Diagnosed(page, page.findings)
    }
  }
}

/// Pages that claim the same address: one is built, the others are named.
struct AddressClaims {
  private(set) var pages: [Page] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// `index.md` goes before `README.md`, a page before one whose path sorts later.
  init(_ candidates: [Page]) {
    // Nearly always: no two are alike, whatever the case of their letters.
    guard Set(candidates.map { $0.path.path.lowercased() }).count < candidates.count else {
      pages = candidates
      return
    }
    var holders: [SitePath: Page] = [:]
    let ordered = candidates.sorted { rank($0) < rank($1) || rank($0) == rank($1) && $0.docPath.isBefore($1.docPath) }
    for page in ordered {
      guard let holder = holders[page.path] else {
        holders[page.path] = page
        continue
      }
      diagnostics.append(
        .warning(
          "duplicate-url", at: SourceRange(page.source.path, line: 1),
          "'\(page.docPath)' is not built: '\(holder.docPath)' has the same address '/\(page.path.url)'",
          help: "rename one of the two",
          notes: [.init("'\(holder.docPath)' is built", at: SourceRange(holder.source.path, line: 1))]))
    }
    reportNames(ordered.filter { holders[$0.path]?.docPath == $0.docPath })
    pages = candidates.filter { holders[$0.path]?.docPath == $0.docPath }
  }

  /// Many hosts and file systems take names that differ in case only for one: there the last page would be the only one.
  private mutating func reportNames(_ pages: [Page]) {
    var folded: [String: Page] = [:]
    for page in pages {
      guard let other = folded.updateValue(page, forKey: page.path.path.lowercased()) else { continue }
      diagnostics.append(
        .error(
          "duplicate-url", at: SourceRange(page.source.path, line: 1),
          "'\(page.docPath)' and '\(other.docPath)' have addresses that differ in upper and lower case only",
          help: "rename one of the two", notes: [.init("the other one", at: SourceRange(other.source.path, line: 1))]))
    }
  }
}

private func rank(_ page: Page) -> Int { page.docPath.hasSuffix("README.md") ? 1 : 0 }
