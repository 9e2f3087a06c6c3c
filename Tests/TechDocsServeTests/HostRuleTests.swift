import TechDocsServe
import Testing

/// Only this machine's own names, however they are spelt.
@Suite struct HostRuleTests {
  private let rule = HostRule(others: ["Docs.test"])

  @Test(arguments: [
    "localhost", "localhost:8000", "LOCALHOST", "localhost.", "localhost.:8000", "127.0.0.1", "127.0.0.1:1", "[::1]",
    "[::1]:8000", "docs.test", "preview.localhost:8000",
  ])
  func allowsOwnNames(host: String) { #expect(rule.allows(host: host)) }

  @Test(arguments: [
    nil, "", "evil.example", "evil.example:8000", "localhost.evil.example", "127.0.0.1.evil.example", "[::2]",
    "[::1]evil", "localhost:8000:1", "localhost:x", ":8000", "[", "]", "localhost:", "notlocalhost",
  ])
  func refusesAllOthers(host: String?) { #expect(!rule.allows(host: host)) }

  @Test func anOriginMustBeTheServersOwn() {
    #expect(rule.allows(origin: nil))
    #expect(rule.allows(origin: "http://127.0.0.1:8000"))
    #expect(!rule.allows(origin: "https://evil.example"))
    #expect(!rule.allows(origin: "null"))
    #expect(!rule.allows(origin: "http://localhost.evil.example"))
  }
}
