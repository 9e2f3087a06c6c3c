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
    let source = SearchSource(name: "s", title: "S")
    let size = SegmentBuilder.pagesPerSegment
    let segments = stride(from: 0, to: records.count, by: size).map { start in
      SegmentBuilder.segment(of: records[start..<min(start + size, records.count)], in: source)
    }
    var paths: [String] = []
    var assembly = IndexAssembly()
    assembly.add(.init(source: source, segments: segments)) { paths.append($0.path) }
    assembly.finish { paths.append($0.path) }
    #expect(paths.count == Set(paths).count)
    #expect(paths.last == "root.bin")
  }
}
