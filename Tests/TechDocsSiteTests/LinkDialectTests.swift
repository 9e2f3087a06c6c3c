import Foundation
import TechDocsModel
import TestSupport
import Testing

@testable import TechDocsSite

/// Links as the rules of `docs/reference/dialect.md` have them, where MkDocs leaves them as they are.
@Suite struct LinkDialectTests {
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let id: String
    let rule: String
    let markdown: String
    let html: String
    var testDescription: String { id }
  }

  static let specification = ProjectFolder.root.appendingPathComponent(
    "Tests/TechDocsMarkdownTests/Spec/dialect-links.jsonl")

  static let cases: [Case] =
    (try? Data(contentsOf: specification).split(separator: UInt8(ascii: "\n"))
      .map { try JSONDecoder().decode(Case.self, from: $0) }) ?? []

  @Test(arguments: cases) func resolvesByItsRule(_ specified: Case) throws {
    let page = try String(
      contentsOf: ProjectFolder.root.appendingPathComponent("docs/reference/dialect.md"), encoding: .utf8)
    #expect(page.contains("\n| \(specified.rule) | "))
    #expect(try article(specified.markdown) == NormalisedHTML(specified.html) { $0 }.lines)
  }

  @Test func everyCaseIsRead() { #expect(Self.cases.count == 4) }

  /// The page `guide/case.md` of a site that has what the cases link to.
  private func article(_ markdown: String) throws -> [String] {
    var files = ["mkdocs.yml": "site_name: Links\n", "docs/guide/case.md": "# Case\n\n" + markdown]
    for name in ["index.md", "guide/index.md", "guide/setup.md", "api/index.md", "sub/README.md"] {
      files["docs/\(name)"] = "# \(name)\n"
    }
    files["docs/img/logo.png"] = "png"
    let workspace = Workspace(
      name: "Links", repositories: [Repository(name: "", tree: LiteralTree(files))], isPortal: false)
    var timings = Timings()
    let portal = Build(workspace).linked(timings: &timings).value
    let index = try #require(portal.portal.pages.firstIndex { $0.docPath == "guide/case.md" })
    var html = HTMLBuffer()
    ArticleRenderer(portal: portal, page: index, images: ImageFiles(portal.portal)).render(into: &html)
    let text = String(decoding: html.bytes, as: UTF8.self)
    let end = try #require(text.range(of: "</h1>")?.upperBound)
    return NormalisedHTML(String(text[end...])) { $0 }.lines
  }
}
