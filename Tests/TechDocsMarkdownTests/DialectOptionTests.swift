import Foundation
import TechDocsMarkdown
import TechDocsModel
import TestSupport
import Testing

/// Further pages, with options of extensions, as TechDocs renders them.
@Suite struct DialectOptionTests {
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let id: String
    /// Lines of `mkdocs.yml`; empty for TechDocs as it is.
    let config: String
    let markdown: String
    let html: String
    var testDescription: String { id }
  }

  static let cases: [Case] =
    (try? Data(contentsOf: DialectFixtures.folder.appendingPathComponent("dialect-options.jsonl"))
      .split(separator: UInt8(ascii: "\n")).map { try JSONDecoder().decode(Case.self, from: $0) }) ?? []

  @Test(arguments: cases) func rendersAsTechDocsDoes(_ specified: Case) throws {
    let fixtures = try #require(DialectFixtures.shared)
    let source = SourceText("docs/guide/case.md", specified.markdown)
    var buffer = HTMLBuffer()
    let parser = MarkdownParser(fixtures.settings(config: specified.config))
    let parsed = parser.parse(source, from: FrontMatter(of: source).body, using: &buffer)
    let built = NormalisedHTML(String(decoding: parsed.html, as: UTF8.self)) { fixtures.address(ofSource: $0) }
    #expect(built.lines == NormalisedHTML(specified.html) { fixtures.address(ofPublished: $0) }.lines)
  }

  @Test func everyCaseIsRead() { #expect(Self.cases.count > 100) }
}
