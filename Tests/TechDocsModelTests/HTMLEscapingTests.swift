import TechDocsModel
import Testing

/// What is escaped is one text in HTML, whatever it holds.
@Suite struct HTMLEscapingTests {
  private func escaped(_ text: String, keepsMarks: Bool = false) -> String {
    var html = HTMLBuffer()
    html.keepsMarks = keepsMarks
    html.putEscaped(text)
    return String(decoding: html.bytes, as: UTF8.self)
  }

  @Test func marksOfHTMLAreReferences() { #expect(escaped("a<b>&\"c\"'") == "a&lt;b&gt;&amp;&quot;c&quot;'") }

  @Test func controlCharactersAreDropped() {
    #expect(escaped("a\u{0}\u{1}b\u{8}\u{1b}[31m\u{7f}\u{80}c\u{9f}") == "ab[31mc")
    #expect(escaped("\u{1b}") == "")
  }

  @Test func otherTextStays() {
    let text = "\ttab\nline ? ~ \u{a0}é ¿ € 🚀 \u{2028}"
    #expect(escaped(text) == text)
  }

  @Test func marksOfAnotherPassStay() { #expect(escaped("a\u{5}<\u{1b}", keepsMarks: true) == "a\u{5}&lt;\u{1b}") }
}
