import Foundation
import TestSupport
import Testing

/// Pages that stay where they are: while they arrive in pieces, and while what lies over them is opened.
@Suite(.serialized) struct SteadyPageTests {
  private func opened(
    _ source: String = ".", in folder: ScratchFolder, width: Int, _ body: (BrowserPage, URL) async throws -> Void
  ) async throws {
    guard let browser = Browser() else { return Browser.skip() }
    let tool = try RunningTool("serve", source, in: folder)
    let home = try await tool.address()
    let page = try await browser.page(width: width, height: 844)
    try await body(page, home)
    withExtendedLifetime(tool) {}
  }

  /// Where the page stands, after a moment in which a focus may have moved it.
  private static let place =
    "new Promise(done => requestAnimationFrame(() => setTimeout(() => done(Math.round(scrollY)), 50)))"

  /// Takes the focus as a click on a label, or the tab key, gives it.
  private func focus(_ page: BrowserPage, _ selector: String) async throws -> Int {
    let _: Bool = try await page.evaluate("document.querySelector(\"\(selector)\").focus() === undefined")
    return try await page.evaluate(Self.place)
  }

  @Test func whatOpensOverAPageLeavesItsPlace() async throws {
    try await opened(in: ScratchFolder(ThemeSample.files), width: 390) { page, home in
      try await page.open(home.appendingPathComponent("long/"))
      try await page.wait(for: "document.querySelector('.td-tocbar output') !== null")
      let _: Bool = try await page.evaluate("scrollTo({ top: 1500, behavior: 'instant' }) === undefined")
      for (toggle, panel) in [("__drawer", ".md-sidebar--primary"), ("__toc", ".md-sidebar--secondary")] {
        #expect(try await focus(page, "#\(toggle)") == 1500)
        let _: Bool = try await page.evaluate("document.getElementById('\(toggle)').click() === undefined")
        #expect(try await focus(page, "\(panel) a") == 1500)
        let top: Double = try await page.evaluate("document.querySelector('\(panel)').getBoundingClientRect().top")
        #expect(top == (toggle == "__toc" ? 96 : 56))
        try await page.press("Escape")
      }
      for part in [".td-search", ".td-theme", ".md-skip"] { #expect(try await focus(page, part) == 1500, "\(part)") }
    }
  }

  @Test func theWayBackToTheTopEndsThere() async throws {
    try await opened(in: ScratchFolder(ThemeSample.files), width: 1440) { page, home in
      try await page.open(home.appendingPathComponent("long/"))
      let _: Bool = try await page.evaluate("scrollTo({ top: 1500, behavior: 'instant' }) === undefined")
      try await page.click(".td-top")
      try await page.wait(for: "scrollY === 0 && location.hash === '#__top'")
      #expect(try await page.evaluate("document.querySelector('.md-skip').getBoundingClientRect().bottom < 0"))
    }
  }

  @Test(arguments: [390, 1360]) func generatedPagesHoldStillWhileTheyArrive(width: Int) async throws {
    let samples = ProjectFolder.root.appendingPathComponent("sample-repos").path
    let pages = [
      "", "catalog/", "catalog/kinds/component/", "catalog/default/component/user-service/",
      "explain/user-service/user-service/",
    ]
    try await opened(samples, in: ScratchFolder([:]), width: width) { page, home in
      for path in pages {
        try await page.open(path.isEmpty ? home : home.appendingPathComponent(path))
        let moved: String = try await page.evaluate("(\(Self.arrival))(25)")
        #expect(moved == "", "'\(path)' moves while it arrives")
      }
    }
  }

  @Test func aTableHoldsStillWhileItsRowsArrive() async throws {
    let rows = (1...40).map { "| \($0) | \(String(repeating: "w", count: $0)) | end |\n" }.joined()
    let files = [
      "mkdocs.yml": "site_name: Rows\nmarkdown_extensions: [tables]\n",
      "docs/index.md": "# Rows\n\n| a | b | c |\n| --- | --- | --- |\n\(rows)\nAfter.\n",
    ]
    try await opened(in: ScratchFolder(files), width: 1360) { page, home in
      try await page.open(home)
      let moved: String = try await page.evaluate("(\(Self.arrival))(25)")
      #expect(moved == "")
      #expect(try await page.evaluate("document.querySelector('td').checkVisibility({ visibilityProperty: true })"))
    }
  }

  /// Writes the page anew, a piece at a time, and says what has moved meanwhile. White space that moves is nobody's loss.
  private static let arrival = """
    async (count) => {
      const text = await (await fetch(location.href)).text(), moved = [];
      const shown = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
      const start = text.indexOf('<body'), size = Math.ceil((text.length - start) / count);
      const page = document.open();
      page.write(text.slice(0, start));
      while (page.styleSheets.length === 0) await shown();
      new PerformanceObserver(list => {
        for (const shift of list.getEntries()) for (const { node } of shift.sources) {
          if (node?.textContent.trim()) moved.push((node.outerHTML ?? node.textContent).slice(0, 60));
        }
      }).observe({ type: 'layout-shift' });
      for (let at = start; at < text.length; at += size) {
        page.write(text.slice(at, at + size));
        await shown();
        await shown();
      }
      page.close();
      await new Promise(done => setTimeout(done, 300));
      return moved.slice(0, 3).join(' | ');
    }
    """
}
