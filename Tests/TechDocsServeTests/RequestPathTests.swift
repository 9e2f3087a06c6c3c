import TechDocsModel
import TechDocsServe
import Testing

/// A request names one file of the site, or nothing.
@Suite struct RequestPathTests {
  @Test(arguments: [
    ("/", "index.html"), ("/guide/", "guide/index.html"), ("/a%20b.png", "a b.png"), ("/x", "x"),
    ("/%C3%BC/", "ü/index.html"), ("/a..b/c", "a..b/c"), ("/100%", "100%"),
  ])
  func namesAFile(target: String, path: String) { #expect(RequestPath(target) == .file(SitePath(path))) }

  @Test(arguments: [
    "", "..", "/..", "/../x", "/a/../b", "/%2e%2e/x", "/.%2E/x", "/a/%2e/b", "/..%2fx", "/a%2Fb", "/a%5cb", "/a\\b",
    "/a%00", "//etc/passwd", "http://127.0.0.1/etc", "etc",
  ])
  func refusesWhatIsNone(target: String) { #expect(RequestPath(target) == .refused) }

  /// Decoded once: what is encoded twice names a file with a percent sign, which no site has by accident.
  @Test func decodesOnce() { #expect(RequestPath("/%252e%252e/x") == .file(SitePath("%2e%2e/x"))) }
}
