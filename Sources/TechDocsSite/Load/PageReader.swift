import TechDocsModel

/// Reads one Markdown file into a page.
struct PageReader: Sendable {
  /// What a page depends on beside its file.
  struct Settings: Sendable, Hashable {
    let useDirectoryURLs: Bool
    /// The folder of the doc site in the built site; empty for the root.
    let base: String
    let docSite: Int
  }

  let repository: Repository
  let settings: Settings
  let memo: BuildMemo

  /// nil when the file cannot be read; the reason is reported.
  func page(_ entry: DocsFiles.Entry) -> Diagnosed<Page?> {
    if let known = memo.page(entry, by: settings) { return Diagnosed(known, known.findings) }
    switch repository.tree.read(entry.file.path.path, limit: Limits.markdownBytes) {
    case .failure(let failure):
      return Diagnosed(nil, [Self.diagnostic(failure, for: entry.file.path)])
    case .success(let source):
      let frontMatter = FrontMatter(of: source)
      let address = DocFiles.sitePath(ofPage: entry.docPath, useDirectoryURLs: settings.useDirectoryURLs)
      let path = SitePath(RelativePath.joining(settings.base, address.path))
      let page = Page(
        source: source, frontMatter: frontMatter.fields, body: frontMatter.body, docPath: entry.docPath, path: path,
        docSite: settings.docSite, file: entry.file, findings: frontMatter.diagnostics)
      return Diagnosed(page, page.findings)
    }
  }

  private static func diagnostic(_ failure: ReadFailure, for path: SourcePath) -> Diagnostic {
    let range = SourceRange(path, line: 1)
    switch failure {
    case .tooLarge(let limit):
      return .error(
        "page-too-large", at: range, "'\(path.name)' is larger than \(limit >> 20) MB and is not built",
        help: "split the page")
    case .missing, .outside, .notAFile:
      return .error("unreadable-file", at: range, "'\(path.name)' cannot be read: it is no file of this repository")
    case .unreadable(let reason):
      return .error("unreadable-file", at: range, "'\(path.name)' cannot be read: \(reason)")
    }
  }
}

/// Pages that claim the same address: one is built, the others are named.
struct AddressClaims {
  private(set) var pages: [Page] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// `index.md` goes before `README.md`, a page before one whose path sorts later.
  init(_ candidates: [Page]) {
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
    pages = candidates.filter { holders[$0.path]?.docPath == $0.docPath }
  }
}

private func rank(_ page: Page) -> Int { page.docPath.hasSuffix("README.md") ? 1 : 0 }
