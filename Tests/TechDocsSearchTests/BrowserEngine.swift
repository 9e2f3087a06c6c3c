import Foundation
import TestSupport
import Testing

@testable import TechDocsSearch

/// The browser's half of the search, run by Node.
enum BrowserEngine {
  struct Answer: Decodable {
    let hits: [[String]]
    let corrected: [[String]]
    let unknown: [[String]]
  }

  /// What the browser's code finds in an index.
  static func answers(_ index: [String: [UInt8]], _ queries: [String]) throws -> [Answer] {
    try lines(index, queries).map { try JSONDecoder().decode(Answer.self, from: Data($0.utf8)) }
  }

  /// A line of JSON for each query. Until the first is over, no file of the folder `lost` can be fetched.
  static func lines(_ index: [String: [UInt8]], _ queries: [String], lost: String? = nil) throws -> [Substring] {
    let folder = try ScratchFolder([:])
    for (path, bytes) in index {
      let file = folder.location.appendingPathComponent(path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
    let list = folder.location.appendingPathComponent("q"), root = ProjectFolder.root
    let encoder = JSONEncoder()
    let lines = try queries.map { String(decoding: try encoder.encode(["q": $0]), as: UTF8.self) }
    try Data(lines.joined(separator: "\n").utf8).write(to: list)
    let engine = root.appendingPathComponent("Tests/TechDocsSearchTests/engine.mjs").path
    let theme = root.appendingPathComponent("site-theme/js/search").path
    let output =
      if let lost { try Node.run(engine, theme, folder.location.path, list.path, lost) } else {
        try Node.run(engine, theme, folder.location.path, list.path)
      }
    return output.split(separator: "\n")
  }

  /// Holds the browser's answers to those of `SearchIndex`: addresses, scores, and what is said beside them.
  static func expectSame(_ files: [String: [UInt8]], _ queries: [String]) throws {
    let answers = try answers(files, queries)
    try #require(answers.count == queries.count)
    var index = try SearchIndex { files[$0] }
    for (query, answer) in zip(queries, answers) {
      let own = try index.search(query)
      #expect(answer.hits.map { $0[0] } == own.hits.map(\.url), "\(query)")
      #expect(answer.hits.map { Double($0[1]) } == own.hits.map(\.score), "\(query)")
      #expect(answer.corrected == own.corrected.map { [$0.typed, $0.word] }, "\(query)")
      #expect(answer.unknown == own.unknown.map { [$0.typed, $0.meant ?? ""] }, "\(query)")
    }
  }
}
