import Foundation
import TestSupport

/// What we make of a case where TechDocs' own output is a fault, and the rule of `docs/reference/dialect.md` behind it.
struct OwnExpectation: Decodable, Sendable {
  let id: String
  /// The first cell of the rule's row.
  let rule: String
  let html: String

  /// By case.
  static let all: [String: OwnExpectation] = (try? load()) ?? [:]

  private static func load() throws -> [String: OwnExpectation] {
    let file = try Data(contentsOf: DialectFixtures.folder.appendingPathComponent("dialect-own.jsonl"))
    let lines = try file.split(separator: UInt8(ascii: "\n")).map { try JSONDecoder().decode(Self.self, from: $0) }
    return Dictionary(lines.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
  }
}
