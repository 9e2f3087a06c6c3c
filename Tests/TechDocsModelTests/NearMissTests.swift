import TechDocsModel
import Testing

@Suite struct NearMissTests {
  @Test(arguments: [
    ("rollbak", ["rollback", "rollout"], "rollback"), ("serch", ["tags", "search"], "search"),
    ("xyz", ["deploy"], nil), ("teh", ["the", "tea"], "tea"), ("ÄPFEL", ["äpfeln", "apfel"], "äpfeln"),
    (
      String(repeating: "ab", count: 40), [String(repeating: "ab", count: 39) + "ba"],
      String(repeating: "ab", count: 39) + "ba"
    ),
    ("a", ["", "b"], "b"), ("", ["a", "ab"], "a"), ("page", ["page"], nil), ("page", ["Page", "pages"], "Page"),
  ])
  func findsTheNearest(word: String, candidates: [String], expected: String?) {
    #expect(NearMiss(of: word, among: candidates).candidate == expected)
  }

  /// The table of distances in full, which the shorter way has to agree with.
  @Test func agreesWithTheWholeTable() {
    var random = Numbers(state: 7)
    for number in 0..<3_000 {
      // Every other word is longer than the bits of a machine word.
      let head = number.isMultiple(of: 2) ? "" : String(repeating: "abcd", count: 15)
      let word = head + random.word(), candidates = (0..<6).map { _ in head + random.word() }
      let limit = max(1, word.utf8.count / 3)
      let near = candidates.filter { $0 != word && !$0.isEmpty }.map { (Self.distance(word, $0), $0) }
      let best = near.filter { $0.0 <= limit }.min { $0 < $1 }
      #expect(NearMiss(of: word, among: candidates).candidate == best?.1, "\(word) among \(candidates)")
    }
  }

  private static func distance(_ one: String, _ other: String) -> Int {
    let one = Array(one.utf8), other = Array(other.utf8)
    var table = [[Int](0...other.count)]
    for row in one.indices {
      table.append([row + 1])
      for column in other.indices {
        let isSame = one[row] == other[column]
        var cost = min(table[row][column + 1] + 1, table[row + 1][column] + 1, table[row][column] + (isSame ? 0 : 1))
        if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
          cost = min(cost, table[row - 1][column - 1] + 1)
        }
        table[row + 1].append(cost)
      }
    }
    return table[one.count][other.count]
  }

  /// Numbers that are the same each time.
  private struct Numbers {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }

    /// Up to eleven letters of four, so that many are near each other.
    mutating func word() -> String {
      let count = next(12)
      return String((0..<count).map { _ in ["a", "b", "c", "d"][next(4)] as Character })
    }
  }
}
