import Foundation
import TestSupport
import Testing

/// The contents of long pages: what of them is shown, how the rest is reached, and where they stand on paper.
@Suite(.serialized) struct ContentsBrowserTests {
  private static let files = [
    "mkdocs.yml": "site_name: Long\nnav: [{Parts: index.md}, {Versions: versions.md}]\n",
    "docs/index.md": "# Parts\n\n"
      + (1...3).map { part in
        "## Part \(part)\n\n" + (1...12).map { "### Step \(part).\($0)\n\nWords.\n\n" }.joined()
      }.joined(),
    "docs/versions.md": "# Versions\n\n"
      + (1...40).map { "## Version \($0)\n\n" + String(repeating: "What changed. ", count: 40) + "\n\n" }.joined(),
  ]

  private func opened(_ path: String, width: Int = 1440, _ body: (BrowserPage) async throws -> Void) async throws {
    guard let browser = Browser() else { return Browser.skip() }
    let tool = try RunningTool("serve", in: ScratchFolder(Self.files))
    let home = try await tool.address()
    let page = try await browser.page(width: width, height: 844)
    try await page.open(URL(string: path, relativeTo: home)?.absoluteURL ?? home)
    try await page.wait(for: "document.querySelector('.td-tocbar output') !== null")
    try await body(page)
    withExtendedLifetime(tool) {}
  }

  private static let titles =
    "[...document.querySelectorAll('.md-nav--secondary li > a')].map(a => a.textContent).join('|')"

  @Test(arguments: [390, 1440]) func lowerLevelsComeWhenTheyAreWanted(width: Int) async throws {
    try await opened("", width: width) { page in
      #expect(try await page.evaluate(Self.titles) as String == "Part 1|Part 2|Part 3")
      if width < 600 { try await page.click(".td-tocbar") }
      try await page.click(".td-all")
      let all = (1...3).flatMap { part in ["Part \(part)"] + (1...12).map { "Step \(part).\($0)" } }
      #expect(try await page.evaluate(Self.titles) as String == all.joined(separator: "|"))
      #expect(try await page.evaluate("!document.querySelector('.td-all').checkVisibility()"))
      #expect(try await page.evaluate("document.activeElement.textContent") as String == "Part 1")
      try await page.click(".md-nav--secondary li li:nth-child(5) > a")
      try await page.wait(for: "location.hash === '#step-15'")
    }
  }

  private func read(_ page: BrowserPage) async throws {
    let _: Bool = try await page.evaluate(
      "document.getElementById('version-30').scrollIntoView({ behavior: 'instant' }) === undefined")
  }

  @Test func aListOfOneLevelIsCut() async throws {
    try await opened("versions/") { page in
      #expect(try await page.evaluate("(\(Self.titles)).split('|').length") as Int == 20)
      try await read(page)
      try await page.wait(for: "document.querySelector('.td-all').ariaCurrent === 'true'")
      try await page.click(".td-all")
      let all = (1...40).map { "Version \($0)" }
      #expect(try await page.evaluate(Self.titles) as String == all.joined(separator: "|"))
      try await read(page)
      try await page.wait(
        for: "document.querySelector('.md-nav--secondary li > [aria-current]')?.textContent === 'Version 30'")
    }
  }

  @Test func onPaperTheContentsStandBelowTheTitle() async throws {
    try await opened("") { page in
      for (event, above) in [("beforeprint", "H1"), ("afterprint", "")] {
        let _: Bool = try await page.evaluate("dispatchEvent(new Event('\(event)'))")
        let tag: String = try await page.evaluate(
          "document.querySelector('.md-nav--secondary').previousElementSibling?.tagName ?? ''")
        #expect(tag == above)
      }
    }
  }
}
