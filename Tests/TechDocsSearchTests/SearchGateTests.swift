import Foundation
import TestSupport
import Testing

@testable import TechDocsSearch

/// What search must not lose: relevance, size, and that browser and command line find the same.
@Suite struct SearchGateTests {
  @Test func theFixtureIsWhole() {
    #expect(SearchFixture.pages.count > 90)
    #expect(SearchFixture.queries.count > 300)
  }

  /// The floors are what the fixture reached when it was frozen, less 0.01.
  @Test func relevanceHolds() throws {
    var index = try SearchIndex { SearchFixture.index[$0] }
    var ranks: [String: [Double]] = [:], empty = 0
    for query in SearchFixture.queries {
      let hits = try index.search(query.q).hits.map { "/" + $0.url.split(separator: "#")[0] }
      let rank = hits.firstIndex { query.pages.contains($0) }
      ranks[query.cls, default: []].append(rank.map { 1 / Double($0 + 1) } ?? 0)
      if hits.isEmpty { empty += 1 }
    }
    let means = ranks.mapValues { $0.reduce(0, +) / Double($0.count) }
    let macro = means.values.reduce(0, +) / Double(means.count)
    #expect(macro >= Self.floor, "mean reciprocal rank by class: \(means.sorted { $0.key < $1.key })")
    #expect(empty == 0)
  }

  static let floor = 0.981

  /// Bytes of the frozen corpus' index, texts aside, may grow by 3 % at most.
  @Test func theIndexStaysSmall() {
    let size = SearchFixture.index.filter { !$0.key.hasPrefix("f/") }.reduce(0) { $0 + $1.value.count }
    #expect(size <= Self.size * 103 / 100)
    #expect(SearchFixture.index.values.map(\.count).max() ?? 0 <= 32_000)
  }

  static let size = 67_206

  /// What the frozen queries have none of.
  static let filtering = [
    "service:platform-handbook", "service:plat tiers", "type:docs quick start", "service:nowhere quick", "owner: start",
    "service:user-service service:plat deploy", "service:user-servce deploy", "service:handbook start",
    "service:xq type:doks start", "tag:nope start",
  ]

  @Test(.enabled(if: Node.isThere)) func theBrowserFindsTheSame() throws {
    try BrowserEngine.expectSame(SearchFixture.index, SearchFixture.queries.map(\.q) + Self.filtering)
  }
}
