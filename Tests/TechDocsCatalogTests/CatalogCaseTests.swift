import Foundation
import TechDocsCatalog
import TechDocsModel
import TestSupport
import Testing

/// Catalog files as Backstage's rules judge them, a case a line.
@Suite struct CatalogCaseTests {
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    struct Expected: Decodable, Sendable, Equatable {
      let ref: String?
      let errors: [[String]]
      let relations: [[String]]
    }

    let id: String
    let yaml: String
    let expect: [Expected]
    var testDescription: String { id }
  }

  static let cases: [Case] = {
    let file = ProjectFolder.root.appendingPathComponent("Tests/TechDocsCatalogTests/Spec/catalog-cases.jsonl")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { try? JSONDecoder().decode(Case.self, from: Data($0.utf8)) }
  }()

  @Test func allCasesAreRead() { #expect(Self.cases.count == 123) }

  @Test(arguments: cases) func aFileIsJudgedAsBackstageDoes(one: Case) throws {
    let source = SourceText("catalog-info.yaml", one.yaml)
    let json = CheckReport([CatalogFile(source, tree: LiteralTree([:]))]).json
    let found = try JSONDecoder().decode([Case.Expected].self, from: Data(json.utf8))
    #expect(found == one.expect)
  }
}
