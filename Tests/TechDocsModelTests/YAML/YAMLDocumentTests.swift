import TechDocsModel
import Testing

@Suite struct YAMLDocumentTests {
  private let path = SourcePath(repository: "", path: "a.yml")

  private func parse(_ text: String) -> Diagnosed<YAMLNode?> { YAMLDocument.parse(SourceText("a.yml", text)) }

  private func range(_ line: Int, _ column: Int, _ length: Int = 0) -> SourceRange {
    SourceRange(path, line: line, column: column, length: length)
  }

  private func plain(_ text: String, _ line: Int, _ column: Int, tag: String? = nil) -> YAMLNode {
    YAMLNode(.scalar(text, isPlain: true), range: range(line, column, text.utf8.count), tag: tag)
  }

  @Test func everyNodeKnowsItsPlaceInBytes() {
    let node = parse("näme: 'wert ü'\nlist:\n  - ä: 1\n    b: [x]\n").value
    let pair = YAMLNode(
      .mapping([
        .init(key: plain("ä", 3, 5), value: plain("1", 3, 9)),
        .init(
          key: plain("b", 4, 5), value: YAMLNode(.sequence([plain("x", 4, 9)]), range: range(4, 8))),
      ]), range: range(3, 5))
    let expected = YAMLNode(
      .mapping([
        .init(
          key: plain("näme", 1, 1), value: YAMLNode(.scalar("wert ü", isPlain: false), range: range(1, 8, 9))),
        .init(key: plain("list", 2, 1), value: YAMLNode(.sequence([pair]), range: range(3, 3))),
      ]), range: range(1, 1))
    #expect(node == expected)
  }

  @Test func tagsAreKeptAsTextAndNothingIsRun() {
    let node = parse(
      "a: !ENV [X, y]\nb: !!python/name:material.extensions.emoji.to_svg\nc: !relative $docs_dir\nd: !!str 5\n"
    ).value
    #expect(node?["a"]?.tag == "!ENV")
    #expect(node?["b"]?.tag == "tag:yaml.org,2002:python/name:material.extensions.emoji.to_svg")
    #expect(node?["c"]?.tag == "!relative")
    #expect(node?["d"] == YAMLNode(.scalar("5", isPlain: false), range: range(4, 4, 7)))
  }

  @Test func aKeyThatStandsTwiceIsReportedAndTheLaterOneCounts() {
    let result = parse("a: 1\nb: 2\na: 3\n")
    #expect(result.value?["a"]?.int == 3)
    #expect(result.value?["b"]?.int == 2)
    #expect(
      result.diagnostics == [
        .error(
          "duplicate-key", at: range(3, 1, 1), "Key 'a' stands twice in this mapping; this one counts",
          help: "keep one of them", notes: [.init("first defined here", at: range(1, 1, 1))])
      ])
  }

  @Test func mergeKeysGiveWhatTheMappingDoesNotSay() {
    let node = parse("base: &b {x: 1, y: 2}\nmore: &m {y: 5, z: 6}\nown:\n  <<: [*b, *m]\n  x: 9\n").value?["own"]
    #expect(node?.mapping?.map(\.key.string) == ["x", "y", "z"])
    #expect(node?.mapping?.map(\.value.int) == [9, 2, 6])
  }

  @Test(arguments: [
    ("a: [1\nb: 2\n", 2, 2, "check the indentation and quotes of this line and the one above"),
    ("a:\n\t- b\n", 2, 1, "indent with spaces, not tabs"), ("a: @b\n", 1, 4, "put the text in quotes"),
  ])
  func faultsStandAtTheirPlace(text: String, line: Int, column: Int, help: String) {
    let result = parse(text)
    #expect(result.value == nil)
    #expect(result.diagnostics.map(\.range) == [range(line, column)])
    #expect(result.diagnostics.map(\.help) == [help])
  }

  @Test func textThatIsNoUTF8IsReportedAtItsByte() {
    let source = SourceText(path: path, bytes: Array("a: b\nc: ".utf8) + [0xe4, 0x0a])
    #expect(YAMLDocument.parse(source).diagnostics.map(\.range) == [range(2, 4)])
  }

  @Test func severalDocumentsAreRead() {
    let result = YAMLDocument.parseAll(SourceText("a.yml", "a: 1\n---\n---\nb: 2\n...\n"))
    #expect(result.value.map { $0.mapping?.first?.key.string } == ["a", nil, "b"])
    #expect(result.diagnostics.isEmpty)
  }

  @Test func anUnknownAliasIsReportedAndReadAsNull() {
    let result = parse("base: &base 1\na: *bas\nb: 2\n")
    #expect(result.value?["a"]?.isNull == true)
    #expect(result.value?["b"]?.int == 2)
    #expect(result.diagnostics.map(\.help) == ["did you mean 'base'?"])
  }

  @Test func unquotedTemplatesAreReadAsMappings() {
    #expect(parse("a: {{ b }}\n").value?["a"]?.mapping?.count == 1)
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      String(repeating: "[", count: 5_000), String(repeating: "{a: ", count: 100), String(repeating: "- ", count: 90),
      "a: &a [\(String(repeating: "[", count: 60))\(String(repeating: "]", count: 60))]\nb: [[[[*a]]]]\n",
      bomb(), bomb() + "? *a8\n: x\n", "- " + String(repeating: "[],", count: 200_000),
      String(repeating: "---\n- a\n", count: 60_000),
    ])
  func deepAndHugeInputEndsInADiagnostic(text: String) {
    #expect(parse(text).diagnostics.map(\.rule).allSatisfy { ["yaml-limit", "yaml-syntax"].contains($0) })
    let rules = YAMLDocument.parseAll(SourceText("a.yml", text)).diagnostics.map(\.rule)
    #expect(rules == ["yaml-limit"] || rules == ["yaml-syntax"])
  }

  @Test func moreThanAMegabyteIsRefused() {
    #expect(parse(String(repeating: "a", count: (1 << 20) + 1)).diagnostics.map(\.rule) == ["yaml-limit"])
  }

  /// Nine levels of nine aliases: 9⁹ nodes when written out.
  private static func bomb() -> String {
    (1...8).reduce("a0: &a0 [x,x,x,x,x,x,x,x,x]\n") { text, level in
      text + "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ",") + "]\n"
    }
  }
}
