import TechDocsModel
import Testing

@Suite struct NearMissTests {
  @Test(arguments: [
    ("rollbak", ["rollback", "rollout"], "rollback"), ("serch", ["tags", "search"], "search"),
    ("xyz", ["deploy"], nil), ("teh", ["the", "tea"], "tea"),
  ])
  func findsTheNearest(word: String, candidates: [String], expected: String?) {
    #expect(NearMiss(of: word, among: candidates).candidate == expected)
  }
}
