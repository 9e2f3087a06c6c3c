import TechDocsMarkdown
import TechDocsModel

/// What an earlier build of the same workspace read and parsed, so that the next one does only what changed.
///
/// A result is taken from here only if everything that went into it is the same; a build with a memo makes the same
/// site as one without. A build of its own starts with an empty one.
package struct BuildMemo: Sendable {
  /// The portal as it was.
  let portal: LinkedPortal?
  /// Page indexes of files that have not changed since they were read, unless their stamps say so.
  private var settledPages: [PageKey: Int] = [:]
  private var pages: [SitePath: Int] = [:]
  private var settings: [String: MarkdownSettings] = [:]
  private var configs: [String: ConfigReading] = [:]
  private var listings: [String: DocsListing] = [:]
  private var histories: [RepositoryHistory.Origin: RepositoryHistory] = [:]
  private var codeChanges: [CodeFolder: RepositoryHistory.Change?] = [:]

  package init() { portal = nil }

  /// One file can be a page of several doc sites.
  struct PageKey: Hashable, Sendable {
    let file: SourcePath
    let docSite: String
  }

  /// What a file was read to before; nil unless nothing about it changed.
  func page(_ entry: DocsFiles.Entry, by settings: PageReader.Settings) -> Page? {
    let key = PageKey(file: entry.file.path, docSite: settings.base)
    guard entry.file.stamp != nil, let index = settledPages[key], let known = portal?.portal.pages[index] else {
      return nil
    }
    let isSame = known.file == entry.file && known.docPath == entry.docPath && readerSettings(of: known) == settings
    return isSame ? known : nil
  }

  /// What the page was parsed to before; nil unless it and all its snippets are as they were. Text is compared by
  /// bytes; an array that was never changed compares at once.
  func parsed(_ page: Page, read: (String) -> Result<SourceText, ReadFailure>) -> ParsedMarkdown? {
    guard let portal, let index = pages[page.path] else { return nil }
    let known = portal.portal.pages[index]
    guard known.source == page.source, known.body == page.body else { return nil }
    return portal.parsed[index].snippets.allSatisfy { read($0) == $1 } ? portal.parsed[index] : nil
  }

  private func readerSettings(of page: Page) -> PageReader.Settings? {
    guard let docSite = portal?.portal.docSites[page.docSite] else { return nil }
    return PageReader.Settings(
      useDirectoryURLs: docSite.config.useDirectoryURLs, base: docSite.base, docSite: page.docSite)
  }

  /// The history of a checkout that stands at the same commit as before.
  func history(_ origin: RepositoryHistory.Origin) -> RepositoryHistory? { histories[origin] }

  /// The last change of code in a checkout that stands at the same commit as before; nil when it was not looked for.
  func codeChange(_ code: CodeFolder) -> RepositoryHistory.Change?? { codeChanges[code] }

  /// How the configuration of a doc site was read.
  func config(of docSite: String) -> ConfigReading? { configs[docSite] }

  /// What the files of a doc site were sorted into; it holds for the same configuration.
  func listing(of docSite: String) -> DocsListing? { listings[docSite] }

  func settings(of docSite: String) -> MarkdownSettings? { settings[docSite] }
}

extension BuildMemo {
  /// Remembers a build.
  ///
  /// `settled` is in nanoseconds since 1970. A file that changed later could change again without its stamp showing
  /// it, so it will be read again.
  init(_ portal: LinkedPortal, settled: Int64) {
    self.portal = portal
    let docSites = portal.portal.docSites
    for (docSite, markdown) in zip(docSites, portal.portal.markdownSettings) { settings[docSite.base] = markdown }
    for docSite in docSites {
      configs[docSite.base] = docSite.reading
      listings[docSite.base] = docSite.listing
    }
    for history in docSites.compactMap(\.history) {
      histories[history.history.origin] = history.history
      codeChanges[history.code] = .some(history.codeChange)
    }
    for (index, page) in portal.portal.pages.enumerated() {
      pages[page.path] = index
      guard let stamp = page.file.stamp, stamp.changed < settled else { continue }
      settledPages[PageKey(file: page.file.path, docSite: docSites[page.docSite].base)] = index
    }
  }
}
