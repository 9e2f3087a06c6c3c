import TechDocsHighlight
package import TechDocsModel

/// Markdown to `ParsedMarkdown`, in the TechDocs dialect. One value serves a whole doc site and any number of threads.
package struct MarkdownParser: Sendable {
  private let settings: MarkdownSettings
  private let library = CMarkLibrary.shared
  private let highlighter = Highlighter()
  private let headingOptions: HeadingOptions
  let finisher: ArticleFinisher

  package init(_ settings: MarkdownSettings) {
    self.settings = settings
    headingOptions = HeadingOptions(settings.extensions)
    finisher = ArticleFinisher(isTrusted: settings.isTrusted)
  }

  /// Parses the page in `source` from the byte after its front matter, `body`.
  ///
  /// `html` is the worker's buffer; its content is lost. There is always a page; what could not be done is in its
  /// diagnostics.
  package func parse(_ source: SourceText, from body: Int, using html: inout HTMLBuffer) -> ParsedMarkdown {
    html.clear()
    let text = GuardedText(source, from: body, snippet: settings.snippet)
    var renderer = HTMLRenderer(
      kinds: library.kinds, highlighter: highlighter, headingOptions: headingOptions, lines: text.lines,
      path: source.path)
    _ = CMarkParse.withTree(of: text, library: library) { renderer.render($0, into: &html) }
    var parsed = ParsedMarkdown()
    parsed.headings = renderer.headings
    parsed.diagnostics = text.diagnostics
    finish(html, renderer, source, into: &parsed)
    return parsed
  }
}
