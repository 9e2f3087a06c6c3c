import TechDocsMarkdown
import TechDocsModel
import Testing

/// Pages that would keep the C library busy for minutes are parsed in a moment, and their authors hear of it.
@Suite(.serialized) struct InputGuardTests {
  /// A hostile page by name.
  struct Page: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    var testDescription: String { name }

    init(_ name: String, _ text: String) {
      self.name = name
      self.text = text
    }
  }

  static let pages = [
    Page("images", String(repeating: "![[]()", count: 80_000)),
    Page("wide table", String(repeating: "x|", count: 40_000) + "\n" + String(repeating: "-|", count: 40_000)),
    Page(
      "short rows",
      String(repeating: "|a", count: 250) + "\n" + String(repeating: "|-", count: 250) + "\n"
        + String(repeating: "|a\n", count: 40_000)),
    Page("one wide row", "|a|\n|-|\n" + String(repeating: "x|", count: 80_000)),
    Page("character data", String(repeating: "a<![CDATA[x ", count: 40_000)),
    Page("instructions", String(repeating: "a<?x ", count: 80_000)),
    Page("declarations", String(repeating: "a<!X ", count: 80_000)),
    Page("nested lists", String(repeating: "- ", count: 16_000) + "x\n" + String(repeating: "\n", count: 16_000)),
    Page("nested quotes", String(repeating: ">", count: 40_000) + "x\n" + String(repeating: "lazy\n", count: 40_000)),
    Page("parentheses", "www.a.b" + String(repeating: ")", count: 160_000)),
    Page(
      "references",
      "[a]: /" + String(repeating: "u", count: 40_000) + "\n\n" + String(repeating: "[a] ", count: 20_000)),
  ]

  @Test(arguments: pages)
  func aHostilePageIsParsedInAMoment(_ page: Page) {
    let clock = ContinuousClock(), start = clock.now
    let parsed = parse(page.text)
    #expect(clock.now - start < .seconds(5))
    #expect(Set(parsed.diagnostics.map(\.rule)) == ["input-guard"])
    #expect(parsed.html.count < 20 * page.text.utf8.count + 1_000_000)
  }

  @Test func anOrdinaryPageIsLeftAlone() {
    let text = "# A\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- x\n    - y\n\n<!-- c -->\n\n![i](i.png) <?php ?>\n"
    #expect(parse(text).diagnostics == [])
  }

  private func parse(_ text: String) -> ParsedMarkdown {
    var buffer = HTMLBuffer()
    return MarkdownParser(MarkdownSettings(isTrusted: true)).parse(
      SourceText("docs/a.md", text), from: 0, using: &buffer)
  }
}
