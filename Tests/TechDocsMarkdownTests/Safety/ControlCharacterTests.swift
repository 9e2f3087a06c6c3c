import TechDocsModel
import TestSupport
import Testing

@testable import TechDocsMarkdown

/// Control characters reach no page, neither as they are nor by their numbers.
@Suite struct ControlCharacterTests {
  private func page(_ markdown: String) -> ParsedMarkdown { PageFaults.parsed(Array(markdown.utf8)) }
  private func html(_ markdown: String) -> String { String(decoding: page(markdown).html, as: UTF8.self) }

  @Test func numbersOfControlsAreDropped() {
    #expect(html("a&#26;b&#127;c&#x1b;[31m &#1;5&#2;\n") == "<p>abc[31m 5</p>\n")
    #expect(html("<p title=\"a&#26;b\">c&#26;d &#0000000026;e &#x1b f</p>\n") == "<p title=\"ab\">cd e  f</p>\n")
    #expect(html("[a](b&#27;.md \"c&#7;d\")\n") == "<p><a href=\"b.md\" title=\"cd\">a</a></p>\n")
  }

  @Test func numbersOfWindows1252AreWhatBrowsersRead() {
    #expect(html("It&#146;s &#x80;5 &#151; &#129;so\n") == "<p>It’s €5 — so</p>\n")
    #expect(html("<p title=\"&#150;\">&#150;</p>\n") == "<p title=\"–\">–</p>\n")
  }

  @Test func codeAndEscapedNumbersStayAsTheyAre() {
    #expect(html("`&#26;` \\&#26; &amp;#26; &#65;\n") == "<p><code>&amp;#26;</code> &amp;#26; &amp;#26; A</p>\n")
    #expect(html("<p>&#65;&#xe9;&#</p>\n") == "<p>&#65;&#xe9;&amp;#</p>\n")
  }

  @Test func controlsOfTheSourceAreSpacesAndReported() {
    let page = page("a\r\n\u{1b}b \u{9b}31m\u{85}c é ¡\r\n")
    #expect(String(decoding: page.html, as: UTF8.self) == "<p>a\nb  31m c é ¡</p>\n")
    #expect(page.diagnostics.map(\.message) == ["The control character U+001B counts as a space"])
    #expect(page.diagnostics.map(\.range?.start.line) == [2])
    #expect(self.page("a\r\n\u{c}b\r\n").diagnostics.isEmpty)
  }

  /// Source: CommonMark 0.31, "Links": an address has no control characters.
  @Test func anAddressWithAControlIsNone() {
    #expect(html("[x](no\u{1b}pe.md)\n") == "<p>[x](no pe.md)</p>\n")
  }

  @Test func headingsAndTheirAnchorsHaveNone() {
    let page = page("# A&#27;b &#148;\n")
    #expect(page.headings.map(\.title) == ["Ab ”"])
    #expect(page.anchors == ["ab"])
  }

  /// The renderer's own marks cannot be written by number.
  @Test func theRenderersMarksCannotBeForged() {
    #expect(html(":material-check: &#6;0&#4; &#3;9&#4;\n").hasSuffix("</span> 0 9</p>\n"))
  }

  @Test func mayStandWhereAByteMayBeginOne() {
    for byte in UInt8.min...UInt8.max {
      let text = Array("some text of more than a few bytes, ".utf8) + [byte] + Array("and more".utf8)
      let mayBeOne = byte < 0x20 && byte != 0x09 && byte != 0x0a || byte == 0x7f || byte == 0xc2
      #expect(text.withUnsafeBufferPointer { ControlCharacters.mayStand(in: $0) } == mayBeOne)
    }
  }
}
