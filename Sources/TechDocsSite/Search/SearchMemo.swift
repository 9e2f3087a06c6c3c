import TechDocsSearch

/// The segments of an earlier index with what they were made of, so that an edit costs its own run of pages and the
/// merge.
///
/// A segment is taken from here only if all that it is made of is the same: an index with a memo equals one without.
struct SearchMemo: Sendable {
  /// Neighbouring pages of a source, and their segment.
  struct Run: Sendable {
    let source: SearchSource
    let records: [SearchRecord]
    let segment: IndexSegment

    /// Indexes the pages of a run, unless they have been before.
    init(records: [SearchRecord], of source: SearchSource, _ memo: SearchMemo?) {
      self.records = records
      self.source = source
      segment = memo?.segment(of: records, in: source) ?? SegmentBuilder.segment(of: records, in: source)
    }
  }

  private struct Key: Hashable {
    let source: SearchSource
    let firstURL: String?
  }

  private var runs: [Key: Run] = [:]

  mutating func keep(_ run: Run) { runs[Key(source: run.source, firstURL: run.records.first?.url)] = run }

  /// Texts that were never changed compare at once.
  private func segment(of records: [SearchRecord], in source: SearchSource) -> IndexSegment? {
    guard let known = runs[Key(source: source, firstURL: records.first?.url)], known.records == records else {
      return nil
    }
    return known.segment
  }
}
