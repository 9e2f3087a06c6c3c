import TechDocsMarkdown
import TechDocsModel
import TestSupport
import Testing

/// Pages that would keep the C library busy for minutes are parsed in a moment, and their authors hear of it.
@Suite(.serialized) struct InputGuardTests {
  /// Twice the text costs twice the work, give or take; four times would be quadratic.
  @Test(arguments: HostilePage.ofTheLibrary + HostilePage.ofTheDialect)
  func workGrowsWithTheText(_ page: HostilePage) {
    let small = page.text(150), large = page.text(300)
    let misfit = CPUTime.misfit(of: { parse(small) }, { parse(large) })
    #expect(misfit == nil, "\(small.utf8.count) bytes, \(large.utf8.count) bytes")
  }

  @Test(arguments: (HostilePage.ofTheLibrary + HostilePage.ofTheDialect).filter(\.isGuarded))
  func theAuthorHearsOfALimit(_ page: HostilePage) {
    let text = page.text(1_000), parsed = parse(text)
    #expect(Set(parsed.diagnostics.map(\.rule)) == ["input-guard"])
    #expect(parsed.diagnostics.allSatisfy { $0.range?.path.path == "docs/a.md" })
    #expect(parsed.html.count < 20 * text.utf8.count + 1_000_000)
  }

  @Test func anOrdinaryPageIsLeftAlone() {
    let text = "# A\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- x\n    - y\n\n<!-- c -->\n\n![i](i.png) <?php ?>\n"
    #expect(parse(text).diagnostics == [])
  }

  @discardableResult
  private func parse(_ text: String) -> ParsedMarkdown {
    var buffer = HTMLBuffer()
    return Self.parser.parse(SourceText("docs/a.md", text), from: 0, using: &buffer)
  }

  private static let parser = MarkdownParser(MarkdownSettings())
}
