import Foundation
import TestSupport

/// One file of the project, as the house rules look at it.
struct SourceFile: Sendable {
  /// From the project's folder.
  let path: String
  let text: String

  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
  var name: String { String(path.split(separator: "/").last ?? "") }

  /// All files below a folder of the project with an ending, sorted.
  static func all(below folder: String, ending: String) -> [SourceFile] {
    let root = ProjectFolder.root.appendingPathComponent(folder)
    let walk = FileManager.default.enumerator(atPath: root.path)
    let paths = (walk?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(ending) }.sorted()
    return paths.compactMap { path in
      let text = try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
      return text.map { SourceFile(path: "\(folder)/\(path)", text: $0) }
    }
  }

  static let swift = all(below: "Sources", ending: ".swift") + all(below: "Tests", ending: ".swift")

  /// Tables of data may be as long as their data.
  var isTable: Bool { name.hasSuffix("Table.swift") || name.hasSuffix("RuleBook.swift") }
}
