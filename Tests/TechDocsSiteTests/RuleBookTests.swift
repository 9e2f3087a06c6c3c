import Foundation
import TechDocsModel
import TechDocsSite
import TestSupport
import Testing

@Suite struct RuleBookTests {
  @Test func theReferencePageIsMadeFromTheRules() throws {
    try expectGolden(RuleBook.referencePage, "docs/reference/rules.md")
  }

  @Test func everyRuleStandsOnce() {
    let names = RuleBook.all.map(\.rule.name)
    #expect(Set(names).count == names.count)
  }

  /// A sample for each mistake, and a rule for each sample.
  @Test func everySampleIsNamedAfterARule() throws {
    let folder = ProjectFolder.root.appendingPathComponent("sample-repos/broken")
    let samples = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasSuffix(".md") }
    let names = Set(RuleBook.all.map(\.rule.name))
    #expect(samples.filter { !names.contains($0) } == [])
  }
}
