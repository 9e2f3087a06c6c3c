import TechDocsMarkdown
import TechDocsModel

extension Portal {
  /// Parses every page, by page index. Pages are shared out among the workers; the results stand in page order.
  ///
  /// Pages that `memo` knows in this very state are taken from there.
  func parsed(concurrency: Concurrency, memo: BuildMemo) -> [ParsedMarkdown] {
    let settings = markdownSettings
    let parsers = settings.map { MarkdownParser($0) }
    let isKept = zip(docSites, settings).map { memo.settings(of: $0.base)?.isSame(as: $1) ?? false }
    return concurrency.map(pages, chunk: 8, scratch: { HTMLBuffer() }) { page, html in
      if isKept[page.docSite], let known = memo.parsed(page, read: settings[page.docSite].snippet) {
        return known
      }
      return parsers[page.docSite].parse(page.source, from: page.body, using: &html)
    }
  }

  /// The icons of a repository, then those of the workspace.
  private func iconSets(of docSite: DocSite) -> [IconSet] {
    let folder = docSite.config.source.map { RelativePath.folder(of: $0.path) } ?? ""
    let own = MarkdownSettings.iconFolders(docSite.config.markdownExtensions)
      .compactMap { RelativePath.resolving($0, from: folder) }
    return (own.isEmpty ? [] : [IconSet(own, in: docSite.repository.tree)]) + [icons].compactMap { $0 }
  }

  /// By doc site: how its Markdown is read.
  var markdownSettings: [MarkdownSettings] {
    docSites.map { docSite in
      let tree = docSite.repository.tree
      var settings = MarkdownSettings(
        extensions: docSite.config.markdownExtensions, plugins: docSite.config.plugins, isTrusted: docSite.isTrusted,
        iconSets: iconSets(of: docSite),
        snippet: { tree.read($0, limit: Limits.markdownBytes) })
      settings.helpers = helpers
      settings.folder = docSite.config.source.map { RelativePath.folder(of: $0.path) } ?? ""
      return settings
    }
  }
}
