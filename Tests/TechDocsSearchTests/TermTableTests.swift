import Testing

@testable import TechDocsSearch

/// Each term has one number, whatever its hash.
@Suite struct TermTableTests {
  private static func number(_ term: [UInt8], in table: inout TermTable) -> UInt32 {
    term.withUnsafeBufferPointer { table.number(of: $0) }
  }

  private static func numbers(_ terms: [[UInt8]], in table: inout TermTable) -> [UInt32] {
    terms.map { number($0, in: &table) }
  }

  @Test func numbersFollowTheOrderOfArrival() {
    let terms = (0..<30_000).map { Array("term\($0 % 20_000)".utf8) }
    var table = TermTable()
    #expect(Self.numbers(terms, in: &table) == (0..<30_000).map { UInt32($0 % 20_000) })
    #expect(table.sorted().map { Array(table.term(Int($0))) } == Set(terms).sorted { $0.lexicographicallyPrecedes($1) })
  }

  /// Terms that all want one slot are found in no more steps than others.
  @Test func termsOfOneHashAreNoChain() {
    let hostile = Self.hostile(200)
    var table = TermTable()
    #expect(Self.numbers(hostile, in: &table) == Array(0..<200))
    #expect(table.crowdedCount > 100)
    let others = (0..<9_000).map { Array("other\($0)".utf8) }
    #expect(Self.numbers(others, in: &table) == Array(200..<9_200))
    #expect(Self.numbers(hostile, in: &table) == Array(0..<200))
  }

  /// Terms whose hashes end in the same 13 bits: as many as the smallest table has for slots.
  private static func hostile(_ count: Int) -> [[UInt8]] {
    var found: [[UInt8]] = [], term = Array("aaaaaaaa".utf8)
    while found.count < count {
      if term.withUnsafeBufferPointer(TermHash.quick) & 0x1fff == 0 { found.append(term) }
      var place = 0
      while term[place] == UInt8(ascii: "z") {
        term[place] = UInt8(ascii: "a")
        place += 1
      }
      term[place] += 1
    }
    return found
  }
}
