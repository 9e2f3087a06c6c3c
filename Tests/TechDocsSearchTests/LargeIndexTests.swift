import TestSupport
import Testing

@testable import TechDocsSearch

/// What only an index of many sources and of very frequent words has: tables of sources, and postings in files.
@Suite struct LargeIndexTests {
  /// Sources whose names no compression makes small, each with a page that has "always" in it, and few others.
  static let index: [String: [UInt8]] = {
    var random = Generator(state: 11)
    func word() -> String {
      String((0..<9).map { _ in Character(Unicode.Scalar(UInt8.random(in: 0x61...0x7a, using: &random))) })
    }
    let parts = (0..<1_000).map { number in
      let name = "\(word())-\(number % 2 == 0 ? "api" : "worker")"
      let records = (0..<4).map { page in
        let sections = (0..<Int.random(in: 1...8, using: &random)).map { index in
          let often = String(repeating: "always ", count: Int.random(in: 1...9, using: &random))
          let text = "Many words, \(often)here: \(word()) \(number % 90 == 7 && index == 0 ? "seldom" : "")"
          let heading = index == 0 ? "" : page == 3 && number % 50 == 0 ? "Always on" : "Part"
          return SearchRecord.Section(
            anchor: index == 0 ? "" : "part\(index)", heading: heading, text: Array(text.utf8)[...])
        }
        let title = number == 600 && page == 1 ? "Always" : "Page"
        return SearchRecord(url: "\(name)/\(["top", "user", "view", "work"][page])/", title: title, sections: sections)
      }
      return SearchFixture.part(name, records)
    }
    return SearchFixture.files(parts)
  }()

  private static func paths(_ folder: String) -> [String] { index.keys.filter { $0.hasPrefix(folder) } }

  @Test func sourcesThatAreTooManyForTheRootHaveFiles() throws {
    #expect(Self.paths("s/").count > 1)
    let reader = try IndexReader { Self.index[$0] }
    #expect(reader.root.sources.count == 1_000)
    #expect(reader.root.sources.map(\.facets.name) == reader.root.sources.map(\.facets.name).sorted())
    #expect(try #require(Self.index["root.bin"]).count < 6_000)
  }

  @Test func aWordThatStandsEverywhereIsReadWholeOnlyWhereItIsTheRarest() throws {
    var asked: Set<String> = []
    var reader = try IndexReader { path in
      asked.insert(path)
      return Self.index[path]
    }
    let always = try #require(try reader.entry(Array("always".utf8)))
    #expect(always.isLong)
    asked = []
    _ = try reader.postings(of: always, isWhole: true)
    let files = asked
    #expect(!files.isEmpty)
    var search = try SearchIndex { path in
      asked.insert(path)
      return Self.index[path]
    }
    for (query, isRead) in [("always seldom", false), ("seldom always", false), ("always", true)] {
      asked = []
      #expect(try search.search(query).total == 4_000)
      #expect(asked.isDisjoint(with: files) != isRead, "\(query)")
    }
    #expect(try search.search("always").hits.first?.title == "Always")
    #expect(try search.search("always on").hits.first?.section == "Always on")
  }

  @Test(.enabled(if: Node.isThere)) func theBrowserFindsTheSame() throws {
    let names = try IndexReader { Self.index[$0] }.root.sources.map(\.facets.name)
    let queries = [
      "always", "always seldom", "seldom always", "always on", "many always words", "alway", "alwasy", "part",
      "always service:\(names[950])", "service:\(names[3])", "service:\(names[3].dropLast())x", "seldm page", "al",
    ]
    try BrowserEngine.expectSame(Self.index, queries)
  }

  /// A reader who was offline for a moment asks again, and needs no new page for it.
  @Test(.enabled(if: Node.isThere)) func aTableThatCouldNotBeFetchedIsAskedForAgain() throws {
    let lines = try BrowserEngine.lines(Self.index, ["always", "always"], lost: "s/")
    #expect(lines.first == #"{"fault":"offline"}"#)
    #expect(try #require(lines.last).hasPrefix(#"{"hits":[["#))
  }

  @Test func aTableThatIsGoneOrDamagedIsAFault() throws {
    for path in Self.paths("s/") {
      var files = Self.index
      files[path] = nil
      #expect(throws: SearchFault.missing(path)) { try SearchIndex { files[$0] } }
      files[path] = Self.index[path].map { Array($0.prefix($0.count / 2)) }
      #expect(throws: SearchFault.damaged(path)) { try SearchIndex { files[$0] } }
    }
  }
}
