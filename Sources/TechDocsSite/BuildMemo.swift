import TechDocsMarkdown
import TechDocsModel

/// What an earlier build of the same workspace read and parsed, so that the next one does only what changed.
///
/// A result is taken from here only if everything that went into it is the same; a build with a memo makes the same
/// site as one without. A build of its own starts with an empty one.
package struct BuildMemo: Sendable {
  /// A page as it was read, and how.
  struct ReadPage: Sendable {
    let settings: PageReader.Settings
    let page: Page
  }

  /// A page as it was parsed. The text is compared by bytes; an array that was never changed compares at once.
  struct ParsedPage: Sendable {
    let source: SourceText
    let body: Int
    let parsed: ParsedMarkdown
  }

  private var readPages: [PageKey: ReadPage] = [:]
  private var parsedPages: [SitePath: ParsedPage] = [:]
  private var settings: [String: MarkdownSettings] = [:]

  package init() {}

  /// One file can be a page of several doc sites.
  struct PageKey: Hashable, Sendable {
    let file: SourcePath
    let docSite: String
  }

  /// What a file was read to before; nil unless nothing about it changed.
  func page(_ entry: DocsFiles.Entry, by settings: PageReader.Settings) -> Page? {
    let key = PageKey(file: entry.file.path, docSite: settings.base)
    guard entry.file.stamp != nil, let known = readPages[key], known.settings == settings else { return nil }
    return known.page.file == entry.file && known.page.docPath == entry.docPath ? known.page : nil
  }

  /// What the page was parsed to before; nil unless it and all its snippets are as they were.
  func parsed(_ page: Page, read: (String) -> Result<SourceText, ReadFailure>) -> ParsedMarkdown? {
    guard let known = parsedPages[page.path], known.source == page.source, known.body == page.body else { return nil }
    return known.parsed.snippets.allSatisfy { read($0) == $1 } ? known.parsed : nil
  }

  func settings(of docSite: String) -> MarkdownSettings? { settings[docSite] }
}

extension BuildMemo {
  /// Remembers a build.
  ///
  /// `settled` is in nanoseconds since 1970. A file that changed later could change again without its stamp showing
  /// it, so it will be read again.
  init(_ portal: LinkedPortal, settled: Int64) {
    let markdown = portal.portal.markdownSettings
    for (index, docSite) in portal.portal.docSites.enumerated() { settings[docSite.base] = markdown[index] }
    for (index, page) in portal.portal.pages.enumerated() {
      let base = portal.portal.docSites[page.docSite].base
      parsedPages[page.path] = ParsedPage(source: page.source, body: page.body, parsed: portal.parsed[index])
      guard let stamp = page.file.stamp, stamp.changed < settled else { continue }
      let config = portal.portal.docSites[page.docSite].config
      readPages[PageKey(file: page.file.path, docSite: base)] = ReadPage(
        settings: .init(useDirectoryURLs: config.useDirectoryURLs, base: base, docSite: page.docSite), page: page)
    }
  }
}
