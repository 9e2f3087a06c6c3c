import Foundation
import TechDocsMarkdown
import TechDocsModel
import TestSupport
import Testing

@testable import TechDocsSite

/// Programs of the workspace draw, and nothing goes wrong when they do not.
@Suite struct HelperProgramsTests {
  private static func programs(_ yaml: String, cacheFolder: String? = nil) -> HelperPrograms {
    let config = WorkspaceConfig.decoding(SourceText("techdocs.yml", "helpers:\n  \(yaml)\n")).value
    return HelperPrograms(config.helpers, folder: ".", cacheFolder: cacheFolder)
  }

  private static func drawn(_ programs: HelperPrograms, _ subject: DrawingHelpers.Subject, _ text: String) -> String? {
    guard case .drawn(let markup) = programs.drawing.draw(subject, Array(text.utf8)) else { return nil }
    return String(decoding: markup, as: UTF8.self)
  }

  @Test func aDiagramBecomesAPictureWithItsTitle() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"
    let image = Data(svg.utf8).base64EncodedString()
    #expect(
      Self.drawn(
        Self.programs("mermaid: [sh, -c, 'printf \"%s\" \"$0\"', '\(svg)']"), .mermaid,
        "flowchart LR\n  accTitle: A & \"B\"")
        == "<img alt=\"A &amp; &quot;B&quot;\" src=\"data:image/svg+xml;base64,\(image)\">")
  }

  @Test(arguments: [
    ("graphviz", DrawingHelpers.Subject.graphviz, "digraph G { a -> b }", "digraph G { a -> b }"),
    ("plantuml", .plantuml, "@startuml\ntitle How it goes\n@enduml", "How it goes"),
  ])
  func otherDiagramsHaveProgramsOfTheirOwn(
    key: String, subject: DrawingHelpers.Subject, text: String, title: String
  ) {
    let programs = Self.programs("\(key): [sh, -c, 'cat >/dev/null; echo \"<svg/>\"']")
    let markup = Self.drawn(programs, subject, text)
    #expect(markup?.hasPrefix("<img alt=\"\(title)\" src=\"data:image/svg+xml;base64,") == true)
    #expect(Self.drawn(programs, .mermaid, text) == nil)
  }

  @Test func aFenceOfADiagramIsDrawnOrStaysCode() throws {
    let folder = try ScratchFolder([
      "techdocs.yml": "helpers:\n  graphviz: [sh, -c, 'cat >/dev/null; echo \"<svg/>\"']\n",
      "shop/mkdocs.yml": "site_name: Shop\n",
      "shop/docs/index.md": "# Shop\n\n```graphviz dot shop.svg\ndigraph { a -> b }\n```\n\n```puml\nA -> B\n```\n",
    ])
    let run = try Tool.run("build", "-q", "-o", "site", in: folder.location)
    #expect(run.exitCode == 0)
    let page = folder.text("site/docs/default/component/shop/index.html") ?? ""
    #expect(page.contains("<figure class=\"td-diagram\"><img alt=\"digraph { a -> b }\" src=\"data:image/svg+xml"))
    #expect(page.contains("<summary>graphviz</summary>"))
    #expect(page.contains("language-puml highlight"))
  }

  @Test func whatIsNoDrawingIsRefused() {
    #expect(Self.drawn(Self.programs("mermaid: cat"), .mermaid, "no drawing") == nil)
    #expect(Self.drawn(Self.programs("mermaid: \"false\""), .mermaid, "<svg/>") == nil)
    #expect(Self.drawn(Self.programs("math: cat"), .formula, "<p>no formula</p>") == nil)
  }

  @Test func aFormulaKeepsNothingButMathematics() {
    let hostile = """
      <span class="katex"><math xmlns="http://www.w3.org/1998/Math/MathML" onclick="x()"><semantics><mrow><mi mathvariant="bold" \
      href="javascript:x()">a</mi><mspace width="1em"/><script>x()</script><mtext>b &lt; c</mtext><a href="x">d</a></mrow>\
      <annotation encoding="application/x-tex">a</annotation></semantics></math></span>
      """
    #expect(
      Self.drawn(Self.programs("math: cat"), .formula, hostile) == """
        <math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><mi mathvariant="bold">a</mi><mspace width="1em">\
        </mspace><mtext>b &lt; c</mtext>d</mrow></semantics></math>
        """)
  }

  @Test(arguments: ["<math><mi>a</math>", "<math><mi>a</mi>", "<math", "", "<math></mi></math>"])
  func aBrokenFormulaIsRefused(output: String) {
    #expect(Self.drawn(Self.programs("math: cat"), .formula, output) == nil)
  }

  @Test func aDrawingIsMadeOnce() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("drawings-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let programs = Self.programs("math: [sh, -c, 'echo \"<math><mi>$$</mi></math>\"']", cacheFolder: folder.path)
    let first = Self.drawn(programs, .formula, "a")
    #expect(first != nil)
    #expect(Self.drawn(programs, .formula, "a") == first)
    #expect(Self.drawn(programs, .formula, "b") != first)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
  }

  @Test func aProgramThatDoesNotEndIsEnded() throws {
    let program = try #require(Program("sleep")), clock = ContinuousClock()
    let time = clock.measure { #expect(program.run(["60"], input: [], limit: 1) == nil) }
    #expect(time < .seconds(30))
  }

  @Test func aProgramThatIsNotThereIsReported() {
    let programs = Self.programs("mermaid: no-such-program-here\n  math: [sh, x]")
    #expect(programs.diagnostics.map(\.rule) == ["missing-helper"])
    #expect(programs.diagnostics.first?.range?.start.line == 2)
  }

  @Test(arguments: ["helpers: 1", "helpers: {mermaid: []}", "helpers: {math: {a: b}}", "helpers: {dot: x}"])
  func aHelperThatIsNoCommandIsReported(yaml: String) {
    #expect(WorkspaceConfig.decoding(SourceText("techdocs.yml", yaml)).diagnostics.count == 1)
  }
}
