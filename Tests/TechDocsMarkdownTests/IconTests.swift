import TechDocsMarkdown
import TechDocsModel
import Testing

/// Icons by name: drawn from a folder of the site, or told by a sign.
@Suite struct IconTests {
  private static let folder = IconSet(
    ["icons"],
    in: LiteralTree(["icons/material/check.svg": "<svg viewBox=\"0 0 8 8\"><path d=\"M1 4l2 2 4-4\"/></svg>"]))

  private func parsed(_ markdown: String, icons: [IconSet]) -> ParsedMarkdown {
    var buffer = HTMLBuffer()
    return MarkdownParser(MarkdownSettings(iconSets: icons)).parse(
      SourceText("docs/a.md", markdown), from: 0, using: &buffer)
  }

  @Test func theSiteOwnDrawingIsShown() {
    let page = parsed(":material-check:{ .green }\n", icons: [Self.folder])
    #expect(
      String(decoding: page.html, as: UTF8.self)
        == "<p><span class=\"green twemoji\"><svg viewBox=\"0 0 8 8\"><path d=\"M1 4l2 2 4-4\"/></svg></span></p>\n"
    )
    #expect(page.diagnostics.isEmpty)
  }

  @Test func aSignStandsInWhereNoFolderIs() {
    let page = parsed(":octicons-check-16: :material-close:\n", icons: [])
    #expect(
      String(decoding: page.html, as: UTF8.self)
        == "<p><span class=\"twemoji\" title=\"octicons-check-16\">✓</span> "
        + "<span class=\"twemoji\" title=\"material-close\">✗</span></p>\n")
    #expect(page.diagnostics.isEmpty)
  }

  @Test func aNameWithoutDrawingIsReportedWithTheOneThatWasMeant() {
    let near = parsed(":material-chek:\n", icons: [Self.folder]).diagnostics
    #expect(near.map(\.message) == ["No icon is called 'material-chek'"])
    #expect(near.map(\.help) == ["did you mean 'material-check'?"])
    let none = parsed(":material-truk: :material-forklift:\n", icons: []).diagnostics
    #expect(
      none.map(\.message)
        == ["Icon ':material-truk:' is not shown, and neither are 1 others on this page: no icons are configured"])
  }
}
