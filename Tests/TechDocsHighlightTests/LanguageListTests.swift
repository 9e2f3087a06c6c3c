import TechDocsHighlight
import TechDocsModel
import TestSupport
import Testing

/// The list of languages and the page made from it.
@Suite struct LanguageListTests {
  @Test func theReferencePageIsMadeFromTheList() throws {
    try expectGolden(LanguageReference.page, "docs/reference/code-languages.md")
  }

  @Test func everyNameBelongsToOneLanguage() {
    let names = allLanguages.flatMap(\.names)
    let twice = Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
    #expect(twice == [])
    #expect(names.filter { $0 != $0.lowercased() || $0.contains(" ") } == [])
  }

  @Test func namesAreFoundInEitherCase() {
    let highlighter = Highlighter()
    #expect(highlighter.language(named: "YAML")?.title == "YAML")
    #expect(highlighter.language(named: "sh")?.names.first == "bash")
    #expect(highlighter.language(named: "nolang") == nil)
    #expect(highlighter.nearMiss(of: "yalm").candidate == "yaml")
  }
}
