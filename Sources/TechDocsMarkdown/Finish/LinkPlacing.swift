import TechDocsModel

extension MarkdownParser {
  /// Sanitizes the rendered article and completes the page's links with their places.
  func finish(
    _ html: borrowing HTMLBuffer, _ renderer: HTMLRenderer, _ source: SourceText, into parsed: inout ParsedMarkdown
  ) {
    let article = finisher.finish(html, icons: renderer.text.icons.drawings)
    parsed.html = article.html
    parsed.anchors = article.anchors
    (parsed.text, parsed.sections) = (article.text, article.sections)
    var occurrences: [TargetOnLine: Int] = [:]
    parsed.links = article.links.map { link in
      let line =
        link.markdownIndex.flatMap { $0 < renderer.linkLines.count ? renderer.linkLines[$0] : nil } ?? link.line
      let key = TargetOnLine(line: line, target: link.target), occurrence = occurrences[key] ?? 0
      occurrences[key] = occurrence + 1
      return LinkHole(
        kind: link.kind, target: link.target, hole: link.hole, place: LinkPlace(line: line, occurrence: occurrence),
        image: link.image)
    }
    parsed.diagnostics += article.tooDeep.map { [Self.nesting(at: $0, source)] } ?? []
    parsed.diagnostics += article.removed.prefix(Limits.findingsOfPage).map { line, what in
      .warning(
        "removed-html", at: SourceRange(source.path, line: max(1, line)),
        "'\(what)' is removed: this source is not trusted",
        help: "set `trust: full` for it in techdocs.yml if its pages may run code")
    }
  }

  private static func nesting(at line: Int, _ source: SourceText) -> Diagnostic {
    .warning(
      "input-guard", at: SourceRange(source.path, line: max(1, line)),
      "What nests deeper than \(FinishingPass.depthLimit) elements is shown without elements of its own",
      help: "close what was opened, or nest less")
  }
}

/// Links that only their order tells apart.
private struct TargetOnLine: Hashable {
  let line: Int
  let target: String
}
