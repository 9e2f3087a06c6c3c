import Testing

@testable import TechDocsSearch

/// Files of an index are named after their content.
@Suite struct SharedFilesTests {
  /// Two words that stand on the same pages have the same list of them, so one file holds both.
  @Test func aFileThatTwoWordsShareIsHandedOverOnce() {
    let text = Array("alpha beta".utf8)
    let records = (0..<5_000).map { number in
      SearchRecord(url: "p\(number)/", title: "", sections: [.init(anchor: "", heading: "", text: text[...])])
    }
    var paths: [String] = []
    Self.index(records) { paths.append($0.path) }
    #expect(paths.count == Set(paths).count)
    #expect(paths.last == "root.bin")
  }

  /// Words of every page pack so well that a shard takes many; those that come after them in no order do not.
  @Test func noFileIsLargeWhereWordsPackWorseThanThoseBefore() {
    var random: UInt64 = 1
    func section() -> SearchRecord.Section {
      var words = (0..<60).map { "common\($0)" }
      for rare in 0..<200 {
        random = random &* 6_364_136_223_846_793_005 &+ 1
        if random >> 61 == 0 { words += Array(repeating: "rare\(rare)", count: 1 + Int(random >> 40 & 31)) }
      }
      return .init(anchor: "", heading: "", text: Array(words.joined(separator: " ").utf8)[...])
    }
    let records = (0..<1_500).map { SearchRecord(url: "p\($0)/", title: "", sections: (0..<6).map { _ in section() }) }
    var sizes: [Int] = []
    Self.index(records) { if $0.path.hasPrefix("t/") { sizes.append($0.bytes.count) } }
    #expect((sizes.max() ?? .max) <= 32_000)
  }

  private static func index(_ records: [SearchRecord], take: (IndexFile) -> Void) {
    let source = SearchSource(name: "s", title: "S"), size = SegmentBuilder.pagesPerSegment
    let segments = stride(from: 0, to: records.count, by: size).map { start in
      SegmentBuilder.segment(of: records[start..<min(start + size, records.count)], in: source)
    }
    var assembly = IndexAssembly()
    assembly.add(.init(source: source, segments: segments), take)
    assembly.finish(take)
  }
}
