import TechDocsHighlight
package import TechDocsModel

/// Markdown to `ParsedMarkdown`, in the TechDocs dialect. One value serves a whole doc site and any number of threads.
package struct MarkdownParser: Sendable {
  private let settings: MarkdownSettings
  private let library = CMarkLibrary.shared
  private let highlighter = Highlighter()
  private let dialect: DialectOptions
  private let blockOptions: BlockOptions
  private let snippetOptions: SnippetOptions
  private let text: TextWriter
  let finisher: ArticleFinisher

  package init(_ settings: MarkdownSettings) {
    self.settings = settings
    let options = settings.options
    dialect = DialectOptions(options)
    snippetOptions = SnippetOptions(options, plugins: settings.plugins, folder: settings.folder)
    blockOptions = BlockOptions(hasMath: options.names("pymdownx.arithmatex"), usesSlashes: settings.usesSlashes)
    text = TextWriter(
      options, magicLinks: MagicLinks(settings.extensions), iconSets: settings.iconSets.filter { !$0.isEmpty })
    finisher = ArticleFinisher(isTrusted: settings.isTrusted)
  }

  /// Parses the page in `source` from the byte after its front matter, `body`.
  ///
  /// `html` is the worker's buffer; its content is lost. There is always a page; what could not be done is in its
  /// diagnostics.
  package func parse(_ source: SourceText, from body: Int, using html: inout HTMLBuffer) -> ParsedMarkdown {
    html.clear()
    html.keepsMarks = true
    defer { html.keepsMarks = false }
    var moments = [ThreadClock.now]
    var snippets: [String: Result<SourceText, ReadFailure>] = [:]
    let guarded = GuardedText(source, from: body, options: snippetOptions) { path in
      let text = settings.snippet(path)
      snippets[path] = text
      return text
    }
    var renderer = HTMLRenderer(
      kinds: library.kinds, highlighter: highlighter, text: text, dialect: dialect, lines: guarded.lines,
      path: source.path)
    renderer.helpers = settings.helpers
    _ = CMarkParse.withTree(of: guarded, library: library, options: blockOptions) { root in
      moments.append(ThreadClock.now)
      if guarded.hasControlReferences { ControlReferences.clean(root) }
      if guarded.hasAbbreviations { renderer.collectAbbreviations(of: root) }
      renderer.text.keepsEntities = guarded.hasEntities
      if guarded.hasGivenIDs { renderer.takeGivenIDs(of: root) }
      renderer.render(root, into: &html)
    }
    renderer.deferred.insert(renderer.headings, dialect, renderer.slugs, into: &html)
    moments.append(ThreadClock.now)
    var parsed = ParsedMarkdown()
    parsed.headings = renderer.headings
    parsed.diagnostics = guarded.diagnostics + renderer.languages.diagnostics + renderer.undrawn
    parsed.snippets = snippets
    finish(html, renderer, source, into: &parsed)
    parsed.diagnostics += renderer.text.icons.diagnostics(text.iconSets) {
      SourceRange(source.path, line: guarded.lines.line($0))
    }
    parsed.cost = ParsingCost(moments + [ThreadClock.now], highlight: renderer.highlightTime)
    return parsed
  }
}
