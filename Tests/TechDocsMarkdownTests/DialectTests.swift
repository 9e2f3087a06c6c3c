import Foundation
import TestSupport
import Testing

/// The dialect, case by case: TechDocs' own output is what authors wrote their pages for.
@Suite struct DialectTests {
  @Test(arguments: DialectCase.all)
  func rendersAsTechDocsDoesOrByARuleOfItsOwn(_ specified: DialectCase) throws {
    let fixtures = try #require(DialectFixtures.shared)
    let html = OwnExpectation.all[specified.id]?.html ?? specified.html
    #expect(specified.rendered(fixtures) == specified.expected(html, fixtures))
  }

  @Test func everyCaseIsRead() { #expect(DialectCase.all.count == 408) }

  /// An expectation of our own needs a case that differs from TechDocs', and a rule that says why.
  @Test func everyExpectationOfOurOwnHasItsRule() throws {
    let fixtures = try #require(DialectFixtures.shared)
    let page = try String(
      contentsOf: ProjectFolder.root.appendingPathComponent("docs/reference/dialect.md"), encoding: .utf8)
    let cases = Dictionary(DialectCase.all.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    for own in OwnExpectation.all.values {
      #expect(page.contains("\n| \(own.rule) | "), "\(own.id)")
      let specified = try #require(cases[own.id], "\(own.id)")
      #expect(specified.expected(own.html, fixtures) != specified.expected(specified.html, fixtures), "\(own.id)")
    }
    #expect(OwnExpectation.all.count > 60)
  }
}
