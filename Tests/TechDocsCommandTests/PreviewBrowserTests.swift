import Foundation
import TestSupport
import Testing

/// A preview in a real browser: it follows edits, and shows what is wrong.
@Suite(.serialized) struct PreviewBrowserTests {
  private static let site = [
    "techdocs.yml": "site_name: Portal\ntheme: theme\n", "theme/css/tokens.css": ":root { --mark: one }\n",
    "shop/mkdocs.yml": "site_name: Shop\n",
    "shop/docs/index.md": "# Shop\n\nfirst\n\n" + String(repeating: "A line.\n\n", count: 200),
    "shop/docs/guide.md": "# Guide\n",
  ]

  private static let overlay = "document.getElementById('__techdocs_problems')"

  private func opened(_ browser: Browser) async throws -> (ScratchFolder, RunningTool, BrowserPage) {
    let folder = try ScratchFolder(Self.site)
    let tool = try RunningTool("serve", in: folder)
    let home = try await tool.address().appendingPathComponent("docs/default/component/shop/")
    let page = try await browser.page()
    try await page.open(home)
    // The script has its picture of the page once it has dealt with a first event.
    try await page.wait(for: "\(Self.overlay)?.dataset.round !== undefined")
    return (folder, tool, page)
  }

  @Test func aChangedPageIsReloadedWhereItWasScrolledTo() async throws {
    guard let browser = Browser() else { return Browser.skip() }
    let (folder, tool, page) = try await opened(browser)
    try await page.wait(for: "scrollTo(0, 1500), scrollY >= 1400")
    let text = Self.site["shop/docs/index.md"] ?? ""
    try folder.write(text.replacingOccurrences(of: "first", with: "second"), to: "shop/docs/index.md")
    try await page.wait(for: "document.querySelector('article').textContent.includes('second')")
    try await page.wait(for: "scrollY > 1000")
    withExtendedLifetime(tool) {}
  }

  @Test func anotherPagesEditLeavesThisOneAlone() async throws {
    guard let browser = Browser() else { return Browser.skip() }
    let (folder, tool, page) = try await opened(browser)
    let _: Bool = try await page.evaluate("window.isSame = true")
    try folder.write("# Guide\n\nmore\n", to: "shop/docs/guide.md")
    try await page.wait(for: "Number(\(Self.overlay).dataset.round) > 1")
    #expect(try await page.evaluate("window.isSame === true"))
    withExtendedLifetime(tool) {}
  }

  @Test func aStyleSheetIsSwappedWithoutAReload() async throws {
    guard let browser = Browser() else { return Browser.skip() }
    let (folder, tool, page) = try await opened(browser)
    let _: Bool = try await page.evaluate("window.isSame = true")
    try folder.write(":root { --mark: two }\n", to: "theme/css/tokens.css")
    try await page.wait(
      for: "getComputedStyle(document.documentElement).getPropertyValue('--mark').trim() === 'two'")
    #expect(try await page.evaluate("window.isSame === true"))
    withExtendedLifetime(tool) {}
  }

  @Test func findingsLieOverThePageAsTextUntilTheyAreMended() async throws {
    guard let browser = Browser() else { return Browser.skip() }
    let (folder, tool, page) = try await opened(browser)
    try folder.write("# Guide\n\n[x](no<img/src=x/onerror=alert(1)>.md)\n", to: "shop/docs/guide.md")
    try await page.wait(for: "\(Self.overlay).shadowRoot.textContent.includes('shop/docs/guide.md:3:5')")
    #expect(try await page.evaluate("\(Self.overlay).shadowRoot.querySelector('img') === null"))
    #expect(try await page.evaluate("document.querySelector('article').textContent.includes('first')"))
    try folder.write("# Guide\n", to: "shop/docs/guide.md")
    try await page.wait(for: "\(Self.overlay).shadowRoot.textContent === ''")
    try folder.write("site_name: [Shop\n", to: "shop/mkdocs.yml")
    try await page.wait(for: "\(Self.overlay).shadowRoot.textContent.includes('yaml-syntax')")
    #expect(try await page.evaluate("document.querySelector('article').textContent.includes('first')"))
    try folder.write(Self.site["shop/mkdocs.yml"] ?? "", to: "shop/mkdocs.yml")
    try await page.wait(for: "\(Self.overlay).shadowRoot.textContent === ''")
    withExtendedLifetime(tool) {}
  }
}
