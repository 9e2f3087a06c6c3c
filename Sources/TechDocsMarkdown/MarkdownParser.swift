package import TechDocsModel

/// Markdown to `ParsedMarkdown`, in the TechDocs dialect. One value serves a whole doc site and any number of threads.
package struct MarkdownParser: Sendable {
  private let settings: MarkdownSettings

  package init(_ settings: MarkdownSettings) { self.settings = settings }

  /// Parses one page.
  ///
  /// - Parameters:
  ///   - source: The page's file, for its path and for positions.
  ///   - body: The offset of the first byte after the front matter.
  ///   - html: The worker's buffer; its content is lost.
  /// - Returns: Always a page; what could not be done is in its diagnostics.
  package func parse(_ source: SourceText, from body: Int, using html: inout HTMLBuffer) -> ParsedMarkdown {
    html.clear()
    return ParsedMarkdown()
  }
}

/// What a doc site's configuration says about its Markdown.
package struct MarkdownSettings: Sendable {
  /// `markdown_extensions` as configured; what techdocs-core switches on is on without being named.
  package var extensions: [ExtensionSetting]
  /// Whether the source's HTML is left alone (`trust: full` in techdocs.yml).
  package var isTrusted: Bool
  /// Where snippets come from: a path below the repository's folder to its text; nil when there is none, or none to give.
  package var snippet: @Sendable (String) -> SourceText?

  package init(
    extensions: [ExtensionSetting] = [], isTrusted: Bool = false,
    snippet: @escaping @Sendable (String) -> SourceText? = { _ in nil }
  ) {
    self.extensions = extensions
    self.isTrusted = isTrusted
    self.snippet = snippet
  }
}
