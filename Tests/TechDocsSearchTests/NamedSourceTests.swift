import TestSupport
import Testing

@testable import TechDocsSearch

/// A query that names a source and asks for more looks in that source.
@Suite struct NamedSourceTests {
  private static func part(_ name: String, _ title: String, _ records: [SearchRecord]) -> IndexAssembly.Part {
    let source = SearchSource(name: name, title: title, type: name == "catalog" ? "catalog" : "docs")
    return IndexAssembly.Part(source: source, segments: [SegmentBuilder.segment(of: records[...], in: source)])
  }

  static let index: [String: [UInt8]] = {
    let record = SearchIndexTests.record
    let sources = [
      part(
        "toll-store", "Toll Store",
        [
          record("toll-store/", "Toll Store", [("Toll store", "The toll store keeps fees, tolls and fees.")], 1),
          record("toll-store/rules/", "Rules", [("On fees", "They are paid when a lorry leaves.")], 1),
          record("toll-store/other/", "Other", [("Gates", "They open for a lorry.")], 1),
        ]),
      part(
        "fees-api", "Fees",
        [record("fees-api/", "Fees", [("Fees", "Fees of the toll store."), ("Store fees", "A toll.")], 1)]),
      part("catalog", "Catalog", [record("catalog/toll-store/", "Toll Store", [("Fees", "Provides fees.")], 1)]),
    ]
    return SearchFixture.files(sources)
  }()

  static let answers: [(query: String, first: String)] = [
    ("toll store on fees", "toll-store/rules/#on-fees"), ("gates toll-store", "toll-store/other/#gates"),
    ("toll store gates", "toll-store/other/#gates"), ("toll store", "toll-store/"), ("toll store docs", "toll-store/"),
    ("fees", "fees-api/"),
  ]

  @Test(arguments: answers) func looksInTheSourceThatIsNamed(query: String, first: String) throws {
    var index = try SearchIndex { Self.index[$0] }
    let hits = try index.search(query).hits
    #expect(hits.first?.url == first, "\(hits.map { "\($0.url) \($0.score)" })")
  }

  @Test(.enabled(if: Node.isThere)) func theBrowserDoesTheSame() throws {
    try BrowserEngine.expectSame(Self.index, Self.answers.map(\.query) + ["catalog fees", "fees api toll store"])
  }
}
