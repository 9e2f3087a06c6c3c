import Testing

@testable import TechDocsSearch

/// What a reader types and what comes of it.
@Suite struct SearchIndexTests {
  static func record(_ url: String, _ title: String, _ sections: [(String, String)], boost: Double = 1) -> SearchRecord
  {
    let parts = sections.map { heading, text in
      SearchRecord.Section(
        anchor: heading.lowercased().replacing(" ", with: "-"), heading: heading, text: Array(text.utf8)[...])
    }
    var record = SearchRecord(url: url, title: title, sections: parts)
    record.sections.insert(.init(anchor: "", heading: "", text: []), at: 0)
    record.boost = boost
    return record
  }

  static let sites: [IndexAssembly.Part] = {
    let mail = [
      record(
        "mail/", "Mail service", [("Retries", "A letter is tried again after two minutes, with maxRetryCount tries.")]),
      record(
        "mail/limits/", "Limits", [("Size", "Ten megabytes for one letter."), ("Rate", "Forty letters a minute.")]),
    ]
    var print = record("print/", "Print service", [("Size", "Labels are ten by fifteen."), ("日本語", "配送ラベルの印刷")])
    print.tags = ["labels"]
    return [
      IndexAssembly.Part(
        source: SearchSource(name: "mail", title: "Mail service", owner: "group:default/post", kind: "service"),
        segments: [SegmentBuilder.segment(of: mail, in: SearchSource(name: "mail", title: "Mail service"))]),
      IndexAssembly.Part(
        source: SearchSource(name: "print", title: "Print service", owner: "group:default/press", kind: "website"),
        segments: [SegmentBuilder.segment(of: [print], in: SearchSource(name: "print", title: "Print service"))]),
    ]
  }()

  static let files = SearchFixture.files(sites, synonyms: [["letter", "envelope"]])

  static func urls(_ query: String) throws -> [String] {
    var index = try SearchIndex { files[$0] }
    return try index.search(query).hits.map(\.url)
  }

  static let answers: [(query: String, first: String)] = [
    ("retries", "mail/#retries"), ("retry", "mail/#retries"), ("maxRetryCount", "mail/#retries"),
    ("max retry count", "mail/#retries"), ("letetr size", "mail/limits/#size"), ("mail rate", "mail/limits/#rate"),
    ("how do i find the rate", "mail/limits/#rate"), ("megab", "mail/limits/#size"), ("print size", "print/#size"),
    ("size service:print", "print/#size"), ("size owner:press", "print/#size"), ("size kind:website", "print/#size"),
    ("size tag:labels", "print/#size"), ("印刷", "print/#日本語"), ("ラベル", "print/#日本語"),
    ("envelope rate", "mail/limits/#rate"), ("LIMITS", "mail/limits/"),
  ]

  @Test(arguments: answers) func findsFirst(query: String, first: String) throws {
    #expect(try Self.urls(query).first == first)
  }

  @Test func aFilterMayBeBegunOnly() throws {
    #expect(try Self.urls("size service:pri") == ["print/#size"])
    #expect(try Self.urls("size owner:pos") == ["mail/limits/#size"])
  }

  @Test func filtersAloneListWhatTheyLeave() throws {
    #expect(try Self.urls("service:mail") == ["mail/", "mail/limits/"])
    #expect(try Self.urls("service:mail tag:labels").isEmpty)
    #expect(try Self.urls("tag:labels") == ["print/"])
  }

  @Test func aFilterThatNamesNothingIsText() throws {
    #expect(try Self.urls("size service:nowhere").contains("print/#size"))
  }

  @Test func saysWhatWasCorrected() throws {
    var index = try SearchIndex { Self.files[$0] }
    let results = try index.search("megabites")
    #expect(results.corrected.map(\.word) == ["megabytes"])
    #expect(try index.search("zzzzqqqq").hits.isEmpty)
    #expect(try index.search("  ").hits.isEmpty)
  }

  @Test func moreResultsMoveNoneOfThoseThatAreShown() throws {
    var index = try SearchIndex { SearchFixture.index[$0] }
    for query in SearchFixture.queries.prefix(60) {
      let few = try index.search(query.q, limit: 5).hits.map(\.url)
      let many = try index.search(query.q, limit: 25).hits.map(\.url)
      #expect(Array(many.prefix(few.count)) == few, "\(query.q)")
    }
  }

  @Test func kindredFormsThatStandTogetherAreAPhrase() throws {
    let pages = [
      Self.record("a/", "A", [("Letters", "Workers are a mail. Sorting by hand, letters are what people send.")]),
      Self.record("b/", "B", [("Letters", "What people send by hand: a mail. Workers are sorting letters.")]),
    ]
    let files = SearchFixture.files([SearchFixture.part("x", pages)])
    var index = try SearchIndex { files[$0] }
    #expect(try index.search("sorted letter by hand").hits.first?.url == "b/#letters")
  }

  @Test func aBoostLiftsAPage() throws {
    let pages = [
      Self.record("a/", "A", [("One", "same words here")]),
      Self.record("b/", "B", [("One", "same words here")], boost: 2),
    ]
    let files = SearchFixture.files([SearchFixture.part("x", pages)])
    var index = try SearchIndex { files[$0] }
    #expect(try index.search("same words").hits.map(\.url) == ["b/#one", "a/#one"])
  }

  @Test func anIndexThatIsNotThereIsMissing() {
    #expect(throws: SearchFault.missing("root.bin")) { _ = try SearchIndex { _ in nil } }
  }
}
