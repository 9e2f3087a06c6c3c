import Foundation
import TechDocsMarkdown
import TechDocsModel
import TestSupport
import Testing

/// Further pages, with options of extensions, as TechDocs renders them or by a rule of our own.
@Suite struct DialectOptionTests {
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let id: String
    /// Lines of `mkdocs.yml`; empty for TechDocs as it is.
    let config: String
    let markdown: String
    let html: String
    /// The first cell of the row of `docs/reference/dialect.md` behind it, where TechDocs does something else.
    let rule: String?
    var testDescription: String { id }
  }

  static let cases = ["dialect-options", "dialect-variants", "dialect-rules"].flatMap { read($0) }

  private static func read(_ name: String) -> [Case] {
    (try? Data(contentsOf: DialectFixtures.folder.appendingPathComponent("\(name).jsonl"))
      .split(separator: UInt8(ascii: "\n")).map { try JSONDecoder().decode(Case.self, from: $0) }) ?? []
  }

  @Test(arguments: cases) func rendersAsTechDocsDoesOrByARule(_ specified: Case) throws {
    let fixtures = try #require(DialectFixtures.shared)
    let source = SourceText("docs/guide/case.md", specified.markdown)
    var buffer = HTMLBuffer()
    let parser = MarkdownParser(fixtures.settings(config: specified.config))
    let parsed = parser.parse(source, from: FrontMatter(of: source).body, using: &buffer)
    let built = NormalisedHTML(String(decoding: parsed.html, as: UTF8.self)) { fixtures.address(ofSource: $0) }
    #expect(built.lines == NormalisedHTML(specified.html) { fixtures.address(ofPublished: $0) }.lines)
  }

  @Test func everyCaseIsRead() { #expect(Self.cases.count > 500) }

  @Test func everyRuleIsWritten() throws {
    let page = try String(
      contentsOf: ProjectFolder.root.appendingPathComponent("docs/reference/dialect.md"), encoding: .utf8)
    let rules = Self.cases.compactMap(\.rule)
    #expect(rules.count > 10)
    for rule in rules { #expect(page.contains("\n| \(rule) | "), "\(rule)") }
  }
}
