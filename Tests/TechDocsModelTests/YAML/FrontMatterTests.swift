import TechDocsModel
import Testing

@Suite struct FrontMatterTests {
  private func body(_ text: String) -> String {
    let source = SourceText("a.md", text)
    return String(decoding: source.bytes[FrontMatter(of: source).body...], as: UTF8.self)
  }

  @Test(arguments: [
    ("---\ntitle: A\n---\n# Hi\n", "# Hi\n"), ("---\ntitle: A\n...\nHi", "Hi"), ("\u{feff}---\na: b\n---\nHi", "Hi"),
    ("---\r\na: b\r\n---\r\nHi", "Hi"), ("--- \na: b\n---\t\nHi", "Hi"), ("---\n---\nHi", "Hi"),
    ("# Hi\n---\n", "# Hi\n---\n"), ("---\ntitle: A\n", "---\ntitle: A\n"), (" ---\na: b\n---\n", " ---\na: b\n---\n"),
    ("Note: text\n\nHi", "Note: text\n\nHi"), ("", ""), ("---", "---"), ("----\na: b\n----\n", "----\na: b\n----\n"),
  ])
  func theBodyBeginsAfterTheBlock(text: String, expected: String) {
    #expect(body(text) == expected)
    #expect(FrontMatter(of: SourceText("a.md", text)).diagnostics.isEmpty)
  }

  @Test func fieldsKnowTheirPlaceInTheMarkdownFile() {
    let fields = FrontMatter(of: SourceText("a.md", "---\ntitle: A\ntags: [x]\n---\n")).fields
    let path = SourcePath(repository: "", path: "a.md")
    #expect(fields?["title"]?.range == SourceRange(path, line: 2, column: 8, length: 1))
    #expect(fields?["tags"]?.sequence?.first?.range == SourceRange(path, line: 3, column: 8, length: 1))
  }

  @Test(arguments: [("---\ntitle: A: b\n---\nHi", 2, 9), ("---\n- a\n---\nHi", 1, 1), ("---\ntext\n---\nHi", 1, 1)])
  func whatIsNoFrontMatterStaysContentWithAWarning(text: String, line: Int, column: Int) {
    let result = FrontMatter(of: SourceText("a.md", text))
    #expect(body(text) == text)
    #expect(result.fields == nil)
    #expect(result.diagnostics.map(\.rule) == ["front-matter"])
    #expect(result.diagnostics.map(\.severity) == [.warning])
    #expect(result.diagnostics.first?.range?.start == SourcePosition(line: line, column: column))
  }

  @Test func aKeyThatStandsTwiceIsAWarningAndTheFieldsCount() {
    let result = FrontMatter(of: SourceText("a.md", "---\na: 1\na: 2\n---\n"))
    #expect(result.fields?["a"]?.int == 2)
    #expect(result.diagnostics.map(\.severity) == [.warning])
  }
}
