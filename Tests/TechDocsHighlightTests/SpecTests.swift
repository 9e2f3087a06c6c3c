import Foundation
import TechDocsHighlight
import TestSupport
import Testing

/// Code in each language, class by class.
@Suite struct SpecTests {
  @Test(arguments: CodeSamples.all) func hasItsClasses(sample: CodeSamples.Sample) throws {
    let language = try #require(Highlighter().language(named: sample.language))
    #expect(Highlighted(Array(sample.code.utf8), as: language).html == sample.html)
  }

  @Test func everyLanguageHasASample() {
    let sampled = Set(CodeSamples.all.compactMap { Highlighter().language(named: $0.language)?.names[0] })
    #expect(allLanguages.map { $0.names[0] }.filter { !sampled.contains($0) } == [])
  }
}
