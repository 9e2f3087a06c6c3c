import TechDocsModel
import TechDocsSearch

/// Makes the search index of a site: a segment for each run of pages, on all cores, then one merge.
struct SearchStage: Sendable {
  /// Where the index lies in a site.
  static let folder = "search/"

  let portal: LinkedPortal
  /// Pages that come from no Markdown file.
  let generated: [SearchPages]
  let concurrency: Concurrency

  /// A run of neighbouring pages of one source.
  private struct Run: Sendable {
    let source: SearchSource
    let records: @Sendable () -> [SearchRecord]
  }

  /// A source and its runs.
  private struct Work: Sendable {
    let source: SearchSource
    let runs: [Run]
  }

  /// How many runs are indexed before their texts are written and forgotten, so that memory does not grow with the
  /// text of a site.
  private static let batch = 32

  /// Hands over every file of the index, its path from the site's root.
  func write(_ put: (SitePath, [UInt8]) throws -> Void) rethrows {
    var none: SearchMemo?
    try write(remembering: &none, put)
  }

  /// The same, with what is remembered of an earlier index; without a memo nothing is kept.
  func write(remembering memo: inout SearchMemo?, _ put: (SitePath, [UInt8]) throws -> Void) rethrows {
    let earlier = memo
    var next = memo.map { _ in SearchMemo() }
    func putFile(_ file: IndexFile) throws { try put(SitePath(Self.folder + file.path), file.bytes) }
    var assembly = IndexAssembly(synonyms: portal.portal.search.synonyms)
    for batch in batches(docs + others) {
      let made = concurrency.map(batch.flatMap(\.runs), scratch: { () }) { run, _ in
        SearchMemo.Run(records: run.records(), of: run.source, earlier)
      }
      for run in made { next?.keep(run) }
      let segments = made.map(\.segment)
      var start = 0
      for work in batch {
        let end = start + work.runs.count
        try assembly.add(.init(source: work.source, segments: Array(segments[start..<end])), putFile)
        start = end
      }
    }
    memo = next
    try assembly.finish(putFile)
    try MkDocsIndex(portal: portal).write(put)
  }

  /// Whole sources, as many as make enough work for all cores.
  private func batches(_ all: [Work]) -> [[Work]] {
    var batches: [[Work]] = [], open: [Work] = [], count = 0
    for work in all {
      open.append(work)
      count += work.runs.count
      guard count >= Self.batch else { continue }
      batches.append(open)
      (open, count) = ([], 0)
    }
    return open.isEmpty ? batches : batches + [open]
  }

  private var docs: [Work] {
    let records = SearchRecords(portal: portal), names = records.sourceNames
    return zip(portal.portal.docSites, records.pages).enumerated().compactMap { index, docSite in
      var source = records.source(of: docSite.0)
      source.name = names[index]
      return work(source, docSite.1) { records.record(of: $0) }
    }
  }

  private var others: [Work] { generated.compactMap { work($0.source, $0.records) { $0 } } }

  /// nil for a source without pages.
  private func work<Page: Sendable>(
    _ source: SearchSource, _ pages: [Page], _ record: @escaping @Sendable (Page) -> SearchRecord
  ) -> Work? {
    let size = SegmentBuilder.pagesPerSegment
    let runs = stride(from: 0, to: pages.count, by: size).map { start in
      let own = pages[start..<min(start + size, pages.count)]
      return Run(source: source) { own.map(record) }
    }
    return runs.isEmpty ? nil : Work(source: source, runs: runs)
  }
}
