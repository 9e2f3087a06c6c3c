import Foundation
import TechDocsMarkdown
import TechDocsModel
import TestSupport
import Testing

/// One page of the dialect's specification and the HTML that TechDocs makes of it.
struct DialectCase: Decodable, Sendable, CustomTestStringConvertible {
  let id: String
  let markdown: String
  let html: String
  /// The configuration, by its name in the fixtures; nil for TechDocs as it is.
  let profile: String?
  /// What is odd about the expected HTML; there `docs/reference/dialect.md` says what we do instead.
  let quirk: String?

  enum CodingKeys: String, CodingKey {
    case id, markdown, html, profile
    case quirk = "peer_quirk"
  }

  var testDescription: String { id }

  static let all: [DialectCase] = (try? load()) ?? []

  private static func load() throws -> [DialectCase] {
    let file = try Data(contentsOf: DialectFixtures.folder.appendingPathComponent("dialect.jsonl"))
    return try file.split(separator: UInt8(ascii: "\n")).map { try JSONDecoder().decode(DialectCase.self, from: $0) }
  }

  /// What we make of the page, with its links resolved as a site would.
  func rendered(_ fixtures: DialectFixtures) -> [String] {
    let source = SourceText("docs/guide/case.md", markdown)
    var buffer = HTMLBuffer()
    let parser = MarkdownParser(fixtures.settings(profile: profile))
    let parsed = parser.parse(source, from: FrontMatter(of: source).body, using: &buffer)
    return NormalisedHTML(String(decoding: parsed.html, as: UTF8.self)) { fixtures.address(ofSource: $0) }.lines
  }

  func expected(_ html: String, _ fixtures: DialectFixtures) -> [String] {
    NormalisedHTML(html) { fixtures.address(ofPublished: $0) }.lines
  }
}
