import Foundation
import TestSupport

@testable import TechDocsSearch

/// A frozen corpus of the project's own text and labelled queries on it.
enum SearchFixture {
  struct Page: Decodable {
    struct Section: Decodable {
      let anchor: String
      let level: Int
      let heading: String
      let text: String
    }

    let url: String
    let service: String
    let title: String
    let sections: [Section]

    /// As the pipeline hands pages over: the first section is the page's beginning.
    var record: SearchRecord {
      var parts = [SearchRecord.Section(anchor: "", heading: "", text: [])]
      for section in sections {
        let text = Array(section.text.utf8)
        if section.level <= 1 {
          parts[0].text += (parts[0].text.isEmpty ? [] : [0x20]) + text
        } else {
          parts.append(.init(anchor: section.anchor, heading: section.heading, text: text[...]))
        }
      }
      return SearchRecord(url: String(url.dropFirst()), title: title, sections: parts)
    }
  }

  struct Query: Decodable, Sendable {
    let cls: String
    let q: String
    let pages: [String]
  }

  static let pages: [Page] = TokenizerTests.lines("corpus.jsonl")
  static let queries: [Query] = TokenizerTests.lines("queries.jsonl")

  /// The corpus as one source for each service.
  static let parts: [IndexAssembly.Part] = {
    let services = Dictionary(grouping: pages, by: \.service).sorted { $0.key < $1.key }
    return services.map { name, pages in part(name, pages.map(\.record)) }
  }()

  static func part(_ name: String, _ records: [SearchRecord]) -> IndexAssembly.Part {
    let source = SearchSource(name: name, title: name), size = SegmentBuilder.pagesPerSegment
    let segments = stride(from: 0, to: records.count, by: size).map { start in
      SegmentBuilder.segment(of: records[start..<min(start + size, records.count)], in: source)
    }
    return IndexAssembly.Part(source: source, segments: segments)
  }

  /// All files of an index, by path.
  static func files(_ parts: [IndexAssembly.Part], synonyms: [[String]] = []) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    var assembly = IndexAssembly(synonyms: synonyms)
    for part in parts { assembly.add(part) { files[$0.path] = $0.bytes } }
    assembly.finish { files[$0.path] = $0.bytes }
    return files
  }

  static let index = files(parts)
}
