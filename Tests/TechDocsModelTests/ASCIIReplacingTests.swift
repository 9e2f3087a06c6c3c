import TechDocsModel
import Testing

@Suite struct ASCIIReplacingTests {
  @Test(arguments: [
    ("a\"b", "a&quot;b"), ("\"\u{31e}", "&quot;\u{31e}"), ("<\u{301}<", "&lt;\u{301}&lt;"), ("ä", "ä"), ("", ""),
    ("a\r\nb", "a\rNb"), ("&\u{fe0f}", "&\u{fe0f}"),
  ])
  func looksAtBytes(text: String, expected: String) {
    #expect(Array(text.replacingASCII(["\"": "&quot;", "<": "&lt;", "\n": "N"]).utf8) == Array(expected.utf8))
  }
}
