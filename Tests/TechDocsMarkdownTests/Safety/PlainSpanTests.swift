import TechDocsMarkdown
import TechDocsModel
import Testing

/// Spans as code has them take a short way through the finisher; it leads where the long one does.
@Suite struct PlainSpanTests {
  @Test(arguments: [
    "a <span class=\"nt\">b</span> c", "<span class=\"nt\"><b>b</span> c</b>",
    "<span class=\"k\"><span class=\"p\">x</span>",
    "<b><span class=\"k\">x</b></span>", "</span><span class=\"k\">x</span></span>", "<span class=\"k\">",

    "<span class=\"\">x</span>", "<span class=\"longer\">x</span>", "<span class=\"K\">x</span>",
    "<span class=\"k\" id=\"i\">x</span>",
    "# <span class=\"k\">x</span> y\n\nz <span hidden>a <span class=\"k\">b</span> c</span> d",
    "<div class=\"linenos\"><span class=\"k\">1</span></div>\n\nx", "<span class=\"k\">x</SPAN> y </span>",
  ])
  func areWrittenAsByTheLongWay(text: String) {
    let long = text.replacing("<span class=\"", with: "<span  class=\"")
    #expect(outcome(text) == outcome(long))
    #expect(outcome(text, isTrusted: true) == outcome(long, isTrusted: true))
  }

  @Test func nestNoDeeperThanAnythingElse() {
    let spans = String(repeating: "<span class=\"k\">", count: 1_000)
    let html = outcome("<div>\n" + spans + "x").html
    #expect(html.ranges(of: "<span").count < 200)
    #expect(html.ranges(of: "<span").count == html.ranges(of: "</span>").count)
  }

  private func outcome(_ text: String, isTrusted: Bool = false) -> Outcome {
    var buffer = HTMLBuffer(), settings = MarkdownSettings()
    settings.isTrusted = isTrusted
    let parsed = MarkdownParser(settings).parse(SourceText("docs/a.md", text), from: 0, using: &buffer)
    return Outcome(
      html: String(decoding: parsed.html, as: UTF8.self), text: String(decoding: parsed.text, as: UTF8.self),
      sections: parsed.sections)
  }

  private struct Outcome: Equatable {
    let html: String, text: String
    let sections: [TextSection]
  }
}
