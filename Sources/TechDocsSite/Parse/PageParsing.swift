import TechDocsMarkdown
import TechDocsModel

extension Portal {
  /// Parses every page, by page index. Pages are shared out among the workers; the results stand in page order.
  func parsed(concurrency: Concurrency) -> [ParsedMarkdown] {
    let parsers = docSites.map { docSite in
      let tree = docSite.repository.tree
      return MarkdownParser(
        MarkdownSettings(
          extensions: docSite.config.markdownExtensions, plugins: docSite.config.plugins, isTrusted: docSite.isTrusted,
          snippet: { tree.text(at: $0, limit: Limits.markdownBytes) }))
    }
    return concurrency.map(pages, chunk: 8, scratch: { HTMLBuffer() }) { page, html in
      parsers[page.docSite].parse(page.source, from: page.body, using: &html)
    }
  }
}
