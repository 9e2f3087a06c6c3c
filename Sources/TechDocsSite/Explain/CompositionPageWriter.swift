import TechDocsComposition
import TechDocsModel

/// The source of a Composition, line by line, so that every value of a manifest can lead to its line.
struct CompositionPageWriter: ~Copyable {
  private let composition: Composition
  private let view: ExplainView
  private var html: CatalogHTML

  init(_ composition: Composition, _ view: ExplainView, at path: SitePath) {
    self.composition = composition
    self.view = view
    html = CatalogHTML(view.catalog, at: path)
  }

  consuming func page() -> PageView {
    html.raw("<header class=\"td-entity\">\n<p class=\"td-kind\">Composition of ")
    html.text(composition.kind)
    html.raw("</p>\n<h1>")
    html.text(composition.name)
    html.raw("</h1>\n</header>\n<ol>\n")
    for step in composition.steps {
      html.raw("<li>")
      html.text(step.name)
      html.raw(" · <a href=\"#L")
      html.text(composition.range(of: step.origin).start.line)
      html.raw("\">")
      html.text(step.function)
      html.raw("</a></li>\n")
    }
    html.raw("</ol>\n<p>")
    html.place(composition.range)
    html.raw("</p>\n")
    putSource()
    var page = PageView(title: "Composition \(composition.name)", main: html.bytes)
    page.description = "How \(composition.kind) becomes other resources."
    page.breadcrumbs = [.init("Explain", ExplainPaths.index)]
    return page
  }

  /// From the document's first line to the next `---`.
  private mutating func putSource() {
    guard let source = view.platform.sources[composition.path] else { return }
    let lines = source.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let start = max(composition.range.start.line, 1)
    html.raw("<pre class=\"td-source\"><code>")
    for (offset, line) in lines.dropFirst(start - 1).enumerated() {
      if offset > 0, line.starts(with: Array("---".utf8)) { break }
      if start + offset == lines.count, line.isEmpty { break }
      html.raw("<a id=\"L")
      html.text(start + offset)
      html.raw("\">")
      html.text(String(decoding: line, as: UTF8.self))
      html.raw("</a>\n")
    }
    html.raw("</code></pre>\n")
  }
}
