import Foundation
import TestSupport
import Testing

/// The search dialog in a real browser: what it finds, and what it says when a file of the index does not come as it was.
@Suite(.serialized) struct SearchBrowserTests {
  private func asking(
    _ browser: Browser, _ query: String, trouble: String = "", _ body: (BrowserPage) async throws -> Void
  ) async throws {
    let folder = try ScratchFolder(ThemeSample.files)
    let tool = try RunningTool("serve", in: folder)
    let page = try await browser.page(width: 1440, height: 844)
    try await page.open(try await tool.address())
    let _: Bool = try await page.evaluate(
      "(() => { window.faults = []; \(Self.listening); \(trouble); return true; })()")
    try await page.press("/")
    try await page.wait(for: "document.querySelector('.td-dialog')?.open === true")
    try await page.type(query)
    try await body(page)
    withExtendedLifetime(tool) {}
  }

  /// No exception may reach the page, whatever happens.
  private static let listening =
    "for (const sign of ['error', 'unhandledrejection']) addEventListener(sign, (e) => faults.push(String(e.reason ?? e.message)))"

  private static let status = "document.querySelector('.td-dialog .td-found__status').textContent"
  private static let hits = "[...document.querySelectorAll('.td-dialog a.td-hit')]"

  @Test func aQueryFindsPagesAndSaysHowMany() async throws {
    guard let browser = Browser() else { return Browser.skip() }
    try await asking(browser, "macOS") { page in
      try await page.wait(for: "/page/.test(\(Self.status)) && \(Self.hits).length > 0")
      try await page.press("ArrowDown")
      #expect(try await page.evaluate("document.activeElement === \(Self.hits)[0]"))
      try await page.press("Escape")
      #expect(try await page.evaluate("!document.querySelector('.td-dialog').open"))
      #expect(try await page.evaluate("faults.length") as Int == 0)
    }
  }

  @Test func aMistypedWordIsCorrectedAndSaidSo() async throws {
    guard let browser = Browser() else { return Browser.skip() }
    try await asking(browser, "liunx") { page in
      try await page.wait(for: "document.querySelector('.td-dialog .td-found__note')?.textContent.includes('linux')")
      #expect(try await page.evaluate("\(Self.hits).length > 0"))
    }
  }

  @Test func aFilterThatNamesNothingIsSaidSo() async throws {
    guard let browser = Browser() else { return Browser.skip() }
    try await asking(browser, "macOS service:nope type:dosc") { page in
      try await page.wait(for: "document.querySelectorAll('.td-dialog .td-found__note').length === 2")
      let notes: String = try await page.evaluate(
        "[...document.querySelectorAll('.td-dialog .td-found__note')].map((note) => note.textContent).join('|')")
      #expect(notes == "There is no 'service:nope'|There is no 'type:dosc'. Did you mean 'type:docs'?")
      #expect(try await page.evaluate("\(Self.hits).length > 0 && faults.length === 0"))
    }
  }

  struct Trouble: Sendable, CustomTestStringConvertible {
    let name: String
    /// What becomes of a request below `search/`: an expression over `path`, its response.
    let response: String
    let says: String
    var testDescription: String { name }
  }

  static let troubles = [
    Trouble(name: "offline", response: "Promise.reject(new TypeError('Failed to fetch'))", says: "connection"),
    Trouble(
      name: "a server that fails", response: "Promise.resolve(new Response('', {status: 502}))", says: "connection"),
    Trouble(
      name: "a shard that is gone",
      response: "/\\/t\\//.test(path) ? Promise.resolve(new Response('', {status: 404})) : real(path)",
      says: "published"),
    Trouble(
      name: "a shard that is damaged",
      response: "/\\/t\\//.test(path) ? Promise.resolve(new Response('nothing that was compressed')) : real(path)",
      says: "damaged"),
    Trouble(
      name: "a shard that was cut off",
      response:
        "/\\/t\\//.test(path) ? real(path).then(r => r.arrayBuffer()).then(b => new Response(b.slice(0, b.byteLength / 2))) : real(path)",
      says: "damaged"),
    Trouble(
      name: "texts that are gone",
      response: "/\\/f\\//.test(path) ? Promise.resolve(new Response('', {status: 404})) : real(path)",
      says: "published"),
    Trouble(
      name: "texts that are damaged",
      response: "/\\/f\\//.test(path) ? Promise.resolve(new Response('nothing that was compressed')) : real(path)",
      says: "damaged"),
    Trouble(
      name: "an index of a later version",
      response:
        "Promise.resolve(new Response(new Response(new Uint8Array([84, 68, 83, 9, 0, 0])).body.pipeThrough(new CompressionStream('deflate'))))",
      says: "published"),
    Trouble(
      name: "a root that is no index", response: "Promise.resolve(new Response('<!doctype html>'))", says: "damaged"),
  ]

  @Test(arguments: troubles) func troubleIsSaidInWords(trouble: Trouble) async throws {
    guard let browser = Browser() else { return Browser.skip() }
    let fetching =
      "const real = window.real = fetch.bind(window); window.fetch = (path) => /\\/search\\//.test(path) ? \(trouble.response) : real(path)"
    try await asking(browser, "macOS", trouble: fetching) { page in
      try await page.wait(for: "\(Self.status).includes('\(trouble.says)')")
      #expect(try await page.evaluate("\(Self.hits).length === 0 && faults.length === 0"))
      // What is well again is found without another visit.
      let _: Bool = try await page.evaluate("(() => { window.fetch = window.real; return true; })()")
      try await page.type(" ")
      try await page.wait(for: "\(Self.hits).length > 0")
    }
  }

  /// The index that an open page knows is replaced: its shards are gone, and the root names others.
  @Test func anIndexThatWasPublishedAnewIsReadAnew() async throws {
    guard let browser = Browser() else { return Browser.skip() }
    let fetching = """
      const real = fetch.bind(window); let isOld = true; window.roots = 0;
      window.fetch = (path, how) => {
        if (/root\\.bin/.test(path)) { if (window.roots++ > 0) isOld = false; return real(path, how); }
        return /\\/t\\//.test(path) && isOld ? Promise.resolve(new Response('', {status: 404})) : real(path, how);
      }
      """
    try await asking(browser, "macOS", trouble: fetching) { page in
      try await page.wait(for: "\(Self.hits).length > 0")
      #expect(try await page.evaluate("roots === 2 && faults.length === 0"))
    }
  }
}
