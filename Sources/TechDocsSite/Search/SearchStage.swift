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
    let source: Int
    let pages: ArraySlice<Int>
  }

  /// Hands over every file of the index, its path from the site's root.
  func write(_ put: (SitePath, [UInt8]) throws -> Void) rethrows {
    try IndexAssembly(docs + others, synonyms: portal.portal.search.synonyms).write { file in
      try put(SitePath(Self.folder + file.path), file.bytes)
    }
    try MkDocsIndex(portal: portal).write(put)
  }

  private var docs: [IndexAssembly.Part] {
    let records = SearchRecords(portal: portal), names = records.sourceNames, size = SegmentBuilder.pagesPerSegment
    let sources = portal.portal.docSites.enumerated().map { index, docSite in
      var source = records.source(of: docSite)
      source.name = names[index]
      return source
    }
    let runs = records.pages.enumerated().flatMap { source, pages in
      stride(from: 0, to: pages.count, by: size).map { start in
        Run(source: source, pages: pages[start..<min(start + size, pages.count)])
      }
    }
    let segments = concurrency.map(runs, scratch: { () }) { run, _ in
      SegmentBuilder.segment(of: run.pages.lazy.map { records.record(of: $0) }, in: sources[run.source])
    }
    return sources.indices.compactMap { source in
      let own = zip(runs, segments).filter { $0.0.source == source }.map(\.1)
      return own.isEmpty ? nil : .init(source: sources[source], segments: own)
    }
  }

  private var others: [IndexAssembly.Part] {
    generated.filter { !$0.records.isEmpty }.map { pages in
      let size = SegmentBuilder.pagesPerSegment
      let segments = stride(from: 0, to: pages.records.count, by: size).map { start in
        SegmentBuilder.segment(
          of: pages.records[start..<min(start + size, pages.records.count)], in: pages.source)
      }
      return .init(source: pages.source, segments: segments)
    }
  }
}
