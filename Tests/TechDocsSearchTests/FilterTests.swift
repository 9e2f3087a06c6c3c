import TestSupport
import Testing

@testable import TechDocsSearch

/// Filters: what they leave, and what is said when they name nothing.
@Suite struct FilterTests {
  private static func search(_ text: String, _ filters: [(facet: String, value: String)] = []) throws
    -> SearchIndex.Results
  {
    var index = try SearchIndex { SearchIndexTests.files[$0] }
    return try index.search(text, filters: filters)
  }

  static let unknown: [(query: String, typed: String, meant: String?)] = [
    ("size service:mial", "service:mial", "service:mail"), ("size service:nowhere", "service:nowhere", nil),
    ("size Service:Prnt", "service:prnt", "service:print"), ("size owner:postt", "owner:postt", "owner:post"),
    ("size owner:\"os\"", "owner:os", nil), ("size owner:ost", "owner:ost", "owner:post"),
    ("size tag:label", "", nil), ("size tag:lables", "tag:lables", "tag:labels"),
    ("size tag:abel", "tag:abel", "tag:labels"),
    ("size kind:webiste", "kind:webiste", "kind:website"), ("size lifecycle:beta", "lifecycle:beta", nil),
    ("size type:doc", "", nil), ("size type:dosc", "type:dosc", "type:docs"),
  ]

  @Test(arguments: unknown) func aFilterThatNamesNothingIsSaidSo(query: String, typed: String, meant: String?) throws {
    let unknown = try Self.search(query).unknown
    #expect(unknown.map(\.typed) == (typed.isEmpty ? [] : [typed]))
    #expect(unknown.map(\.meant) == (typed.isEmpty ? [] : [meant]))
  }

  /// What stands in the text is words then; what was chosen apart from it leaves nothing.
  @Test func onlyAnOptionThatNamesNothingLeavesNothing() throws {
    #expect(try !Self.search("size tag:nowhere").hits.isEmpty)
    let results = try Self.search("size", [("service", "Mial")])
    #expect(results.hits.isEmpty)
    #expect(results.unknown.map(\.typed) == ["service:mial"] && results.unknown.map(\.meant) == ["service:mail"])
    #expect(try Self.search("size", [("service", "Mail")]).unknown.isEmpty)
  }

  @Test(.enabled(if: Node.isThere)) func theBrowserReadsFiltersInTheSameWay() throws {
    let more = [
      "size tag:lab", "tag:labels", "service:mail tag:labels", "owner:", "tag:", "size owner:\"\"",
      "owner:\"po st\" size",
    ]
    try BrowserEngine.expectSame(SearchIndexTests.files, Self.unknown.map(\.query) + more)
  }
}
