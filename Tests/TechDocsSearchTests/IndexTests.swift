import Testing

@testable import TechDocsSearch

/// Segments, merging and files: same input, same bytes; damage is a fault, never a crash.
@Suite struct IndexTests {
  @Test(arguments: 0..<12) func segmentsMergeInAnyOrder(seed: UInt64) {
    var random = Generator(state: seed + 1)
    let parts = SearchFixture.parts.shuffled(using: &random)
    #expect(SearchFixture.files(parts) == SearchFixture.index)
  }

  @Test func everyPostingSurvivesTheMerge() throws {
    let records = (0..<200).map { page in
      SearchRecord(
        url: "p\(page)/", title: "Page \(page)",
        sections: [
          .init(anchor: "", heading: "", text: Array("always word\(page % 7)".utf8)[...]),
          .init(anchor: "s", heading: "Odd", text: Array((page % 2 == 0 ? "" : "seldom").utf8)[...]),
        ])
    }
    var reader = try IndexReader { SearchFixture.files([SearchFixture.part("one", records)])[$0] }
    let always = try reader.postings(of: try #require(try reader.entry(Array("always".utf8))), isWhole: true)
    #expect(always.map(\.page) == Array(0..<200))
    let seldom = try #require(try reader.entry(Array("seldom".utf8)))
    #expect(try reader.postings(of: seldom, isWhole: true).map(\.page) == (0..<100).map { 2 * $0 + 1 })
    #expect(seldom.sections == 100)
  }

  @Test func termsWithManyPostingsHaveFilesOfTheirOwn() throws {
    let sections = (0..<60).map { number in
      SearchRecord.Section(anchor: "s\(number)", heading: "H", text: Array("common".utf8)[...])
    }
    let records = (0..<300).map { SearchRecord(url: "p\($0)/", title: $0 == 270 ? "Common" : "T", sections: sections) }
    let files = SearchFixture.files([SearchFixture.part("one", records)])
    var reader = try IndexReader { files[$0] }
    let entry = try #require(try reader.entry(Array("common".utf8)))
    #expect(entry.isLong)
    // The shard has the title that the term stands in, and mentions the other pages; files of its own have them all.
    let brief = try reader.postings(of: entry, isWhole: false)
    #expect(brief.map(\.page) == Array(0..<300) && brief.allSatisfy { $0.sections.isEmpty })
    #expect(brief.map(\.isMention) == (0..<300).map { $0 != 270 } && brief[270].isInTitle)
    let others = try reader.postings(of: entry, isWhole: true).dropFirst(300)
    #expect(others.map(\.page) == Array(0..<300))
    #expect(others.allSatisfy { $0.sections.map(\.ordinal) == Array(0..<60) })
  }

  @Test func shardsGrowWhereTheyPackWellAndInLargeSites() {
    var small = ShardCutter.forward.scaled(pages: 100), large = ShardCutter.forward.scaled(pages: 10_000)
    #expect(small.scaled(4) == 4 && large.scaled(4) == 8)
    var middle = ShardCutter.forward.scaled(pages: 2_000)
    for (packed, quarters) in [
      (9_000, [4, 12, 8]), (12_000, [4, 9, 6]), (4_500, [8, 24, 16]), (100, [32, 32, 32]), (30_000, [4, 4, 4]),
    ] {
      small.learn(size: 18_000, packed: packed)
      middle.learn(size: 18_000, packed: packed)
      large.learn(size: 18_000, packed: packed)
      #expect([small, middle, large].map { $0.scaled(4) } == quarters, "\(packed)")
    }
  }

  /// Postings that pack badly make more files, none of them too large for a client.
  @Test func filesOfPostingsAreSmall() throws {
    var random = Generator(state: 3), writer = ByteWriter(), pages: [Int] = [], last = 0
    for number in 0..<60_000 {
      let page = last + Int.random(in: 1...90, using: &random)
      let level = UInt8.random(in: 0...31, using: &random)
      let section = PagePosting.Section(ordinal: number % 7, level: level, headingLength: 0)
      var posting = PagePosting(page: page)
      posting.sections = [section]
      PostingCoding.put(posting, after: last, into: &writer)
      pages.append(page)
      last = page
    }
    let files = PostingFiles(size: 384_000).files(of: writer.bytes, Deflater(level: 6))
    #expect(files.allSatisfy { $0.bytes.count <= 32_000 } && files.count > 3)
    var found: [Int] = []
    for file in files {
      var reader = ByteReader(try Inflater.inflated(file.bytes)), page = file.firstPage
      while !reader.isAtEnd { found.append(try PostingCoding.take(&reader, page: &page).page) }
    }
    #expect(found == pages)
  }

  @Test func aChangedPageLeavesMostFilesAsTheyAre() {
    var changed = SearchFixture.pages.map(\.record)
    changed[changed.count / 2].sections[0].text += Array(" one more word".utf8)
    let before = SearchFixture.files([SearchFixture.part("all", SearchFixture.pages.map(\.record))])
    let after = SearchFixture.files([SearchFixture.part("all", changed)])
    let shards = { (files: [String: [UInt8]]) in Set(files.keys.filter { $0.hasPrefix("t/") }) }
    let kept = shards(before).intersection(shards(after)).count
    #expect(kept * 10 >= shards(before).count * 8, "\(kept) of \(shards(before).count) shards")
  }

  @Test(arguments: 0..<60) func damagedFilesAreFaults(seed: UInt64) {
    var random = Generator(state: seed + 7), files = SearchFixture.index
    let paths = files.keys.sorted()
    for _ in 0..<max(1, paths.count / 3) {
      let path = paths[Int.random(in: 0..<paths.count, using: &random)]
      if seed % 3 == 0 { files[path] = nil }
      if seed % 3 == 1 { files[path] = files[path].map { Array($0.prefix($0.count / 2)) } }
      if seed % 3 == 2 { files[path] = Self.repacked(files[path], &random) }
    }
    for query in SearchFixture.queries.prefix(40) {
      do {
        var index = try SearchIndex { files[$0] }
        _ = try index.search(query.q)
      } catch {
        #expect(error is SearchFault, "\(error)")
      }
    }
  }

  /// A file whose checksum is right and whose content is not.
  private static func repacked(_ file: [UInt8]?, _ random: inout Generator) -> [UInt8]? {
    guard let file, var bytes = try? Inflater.inflated(file), !bytes.isEmpty else { return file }
    for _ in 0..<4 {
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
    }
    return Deflater(level: 1).compressed(bytes)
  }
}

/// The same numbers on every run.
struct Generator: RandomNumberGenerator {
  var state: UInt64

  /// Source: SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = (state ^ state >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }
}
