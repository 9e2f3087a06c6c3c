import Foundation
import TestSupport
import Testing

/// What readers do with a page, in a real browser: with a script and without, wide and on a phone, by mouse and by keys.
@Suite(.serialized) struct ThemeBrowserTests {
  private func opened(
    _ browser: Browser, _ path: String, isPhone: Bool = false, isDark: Bool = false, hasScripts: Bool = true,
    files: [String: String] = ThemeSample.files, _ body: (BrowserPage, URL) async throws -> Void
  ) async throws {
    let folder = try ScratchFolder(files)
    let tool = try RunningTool("serve", in: folder)
    let home = try await tool.address()
    let page = try await browser.page(
      width: isPhone ? 390 : 1440, height: 844, isDark: isDark, hasScripts: hasScripts)
    try await page.open(URL(string: path, relativeTo: home)?.absoluteURL ?? home)
    try await body(page, home)
    withExtendedLifetime(tool) {}
  }

  private static let ground = "getComputedStyle(document.body).backgroundColor"

  @Test func aPageLoadsItsThreeFilesAndItsPolicyRefusesNothing() async throws {
    guard let browser = Browser() else { return Browser.skip() }
    try await opened(browser, "") { page, _ in
      let names: String = try await page.evaluate(
        "performance.getEntriesByType('resource').map(e => e.name).filter(n => n.includes('/assets/')).length.toString()"
      )
      #expect(names == "3")
      let refused: Int = try await page.evaluate(
        """
        new Promise(done => { const all = []; new ReportingObserver(list => all.push(...list),
        { types: ['csp-violation'], buffered: true }).observe(); setTimeout(() => done(all.length), 200); })
        """)
      #expect(refused == 0)
      #expect(try await page.evaluate("localStorage.length + document.cookie.length") as Int == 0)
    }
  }

  @Test func tabsOfOneLabelChangeTogetherAndAreRemembered() async throws {
    guard let browser = Browser() else { return Browser.skip() }
    let chosen =
      "[...document.querySelectorAll('.tabbed-set > input:checked')].map(i => i.getAttribute('aria-label')).join()"
    try await opened(browser, "") { page, home in
      try await page.wait(for: "\(chosen) === 'Linux,Linux'")
      try await page.click(".tabbed-labels > label:nth-child(2)")
      try await page.wait(for: "\(chosen) === 'macOS,macOS'")
      #expect(try await page.evaluate("!document.querySelector('.tabbed-block:nth-child(1)').checkVisibility()"))
      try await page.open(home.appendingPathComponent("guide/one/"))
      try await page.open(home)
      try await page.wait(for: "\(chosen) === 'macOS,macOS'")
      let _: Bool = try await page.evaluate(
        "document.querySelector('.tabbed-set > input:checked').focus() === undefined")
      try await page.press("ArrowLeft")
      try await page.wait(for: "\(chosen) === 'Linux,Linux'")
    }
  }

  @Test func aCodeBlockIsCopied() async throws {
    guard let browser = Browser() else { return Browser.skip() }
    try await browser.grant("clipboardReadWrite", "clipboardSanitizedWrite")
    try await opened(browser, "") { page, _ in
      try await page.wait(for: "document.querySelector('.td-copy') !== null")
      try await page.click(".td-copy")
      try await page.wait(for: "document.getElementById('__status').textContent === 'Copied'")
      #expect(try await page.evaluate("navigator.clipboard.readText().then(text => text.includes('echo hello'))"))
      #expect(try await page.evaluate("document.querySelector('.td-tools__name').textContent === 'bash'"))
    }
  }

  /// The colour of the browser's own bars, as the page's ground is written.
  private static let bar = """
    (() => { const probe = document.createElement('p'), all = [...document.querySelectorAll('meta[name=theme-color]')];
    probe.style.color = all.find(one => matchMedia(one.media).matches).content;
    document.body.append(probe); const colour = getComputedStyle(probe).color; probe.remove(); return colour; })()
    """

  @Test func theColourSchemeIsChosenAndKept() async throws {
    guard let browser = Browser() else { return Browser.skip() }
    try await opened(browser, "", isDark: true) { page, home in
      try await page.wait(for: "!document.querySelector('.td-theme').hidden")
      let dark: String = try await page.evaluate(Self.ground)
      #expect(try await page.evaluate(Self.bar) == dark)
      try await page.click(".td-theme")
      #expect(try await page.evaluate("document.documentElement.dataset.theme === 'light'"))
      let light: String = try await page.evaluate(Self.ground)
      #expect(light != dark)
      #expect(try await page.evaluate(Self.bar) == light)
      try await page.open(home.appendingPathComponent("guide/one/"))
      #expect(try await page.evaluate(Self.ground) == light)
      try await page.click(".td-theme")
      #expect(try await page.evaluate(Self.ground) == dark)
    }
  }

  @Test func theNavigationOfAPhoneOpensAndCloses() async throws {
    guard let browser = Browser() else { return Browser.skip() }
    let link = "document.querySelector('.md-nav--primary a').checkVisibility({ visibilityProperty: true })"
    try await opened(browser, "guide/one/", isPhone: true) { page, _ in
      #expect(try await page.evaluate("!\(link)"))
      try await page.click("label[for='__drawer']")
      try await page.wait(for: link)
      #expect(
        try await page.evaluate("document.querySelector('.md-nav--primary [aria-current]').textContent === 'One'"))
      try await page.press("Escape")
      try await page.wait(for: "!\(link)")
      #expect(try await page.evaluate("document.activeElement.id === '__drawer'"))
      try await page.press("Enter")
      try await page.wait(for: link)
    }
  }

  @Test func theContentsFollowTheReader() async throws {
    guard let browser = Browser() else { return Browser.skip() }
    let marked = "(document.querySelector('.md-nav--secondary [aria-current]')?.textContent ?? '')"
    try await opened(browser, "long/") { page, _ in
      #expect(try await page.evaluate(marked) as String == "")
      let _: Bool = try await page.evaluate(
        "document.getElementById('part-3').scrollIntoView({ behavior: 'instant' }) === undefined")
      try await page.wait(for: "\(marked) === 'Part 3'")
      #expect(try await page.evaluate("location.hash === ''"))
    }
  }

  @Test func theContentsOpenOnAPhone() async throws {
    guard let browser = Browser() else { return Browser.skip() }
    let list = "document.querySelector('.md-sidebar--secondary').checkVisibility()"
    try await opened(browser, "long/", isPhone: true) { page, _ in
      #expect(try await page.evaluate("!\(list)"))
      try await page.click(".td-tocbar")
      try await page.wait(for: list)
      try await page.click(".md-nav--secondary li:nth-child(4) a")
      try await page.wait(for: "!\(list) && location.hash === '#part-4'")
      try await page.wait(for: "document.querySelector('.td-tocbar output').textContent === 'Part 4'")
    }
  }

  @Test func aLongWordStaysInItsBox() async throws {
    guard let browser = Browser() else { return Browser.skip() }
    try await opened(browser, "", isPhone: true) { page, _ in
      let title = "document.querySelector('.tip > .admonition-title')"
      let fits: Bool = try await page.evaluate("\(title).scrollWidth <= \(title).clientWidth")
      #expect(fits)
    }
  }

  @Test func theKeyboardLeadsEverywhere() async throws {
    guard let browser = Browser() else { return Browser.skip() }
    try await opened(browser, "guide/one/") { page, _ in
      try await page.press("Tab")
      #expect(try await page.evaluate("document.activeElement.textContent === 'Skip to content'"))
      try await page.press("Enter")
      try await page.wait(for: "document.activeElement.id === '__content'")
      try await page.press("?")
      try await page.wait(for: "document.querySelector('dialog.td-help')?.open === true")
      try await page.press("Escape")
      try await page.wait(for: "document.querySelector('dialog.td-help') === null")
      try await page.press("n")
      try await page.wait(for: "location.pathname === '/guide/two/' && document.readyState === 'complete'")
      try await page.press("p")
      try await page.wait(for: "location.pathname === '/guide/one/'")
    }
  }

  @Test(arguments: ["content.code.annotate", "navigation.top"])
  func aNumberInCodeShowsItsNote(feature: String) async throws {
    guard let browser = Browser() else { return Browser.skip() }
    var files = ThemeSample.files
    files["mkdocs.yml"] = files["mkdocs.yml"]?.replacing("content.code.annotate", with: feature)
    try await opened(browser, "", files: files) { page, _ in
      try await page.wait(for: "document.querySelector('.td-annotation') !== null")
      // Without the feature a number counts that is marked as a note's.
      let count: Int = try await page.evaluate("document.querySelectorAll('.td-annotation').length")
      #expect(count == (feature == "content.code.annotate" ? 2 : 1))
      try await page.click(".td-annotation")
      try await page.wait(for: "document.querySelector('.td-annotation-box')?.textContent.trim() === 'As many as fit.'")
      try await page.press("Escape")
      try await page.wait(for: "document.querySelector('.td-annotation-box') === null")
    }
  }

  @Test func aPageIsWholeWithoutScripts() async throws {
    guard let browser = Browser() else { return Browser.skip() }
    try await opened(browser, "", isDark: true, hasScripts: false) { page, _ in
      let shown = { (selector: String) -> Bool in
        try await page.evaluate("document.querySelector(\"\(selector)\").checkVisibility()")
      }
      #expect(try await page.evaluate("\(Self.ground) !== 'rgb(255, 255, 255)'"))
      #expect(try await shown(".md-nav--primary a"))
      #expect(try await !shown(".td-theme"))
      try await page.click(".tabbed-labels > label:nth-child(2)")
      #expect(try await shown(".tabbed-block:nth-child(2)"))
      try await page.click("details.note > summary")
      #expect(try await page.evaluate("document.querySelector('details.note').open"))
      #expect(
        try await page.evaluate(
          "(({ width, height, loading }) => [width, height, loading].join())(document.querySelector('article img')) === '80,40,lazy'"
        ))
    }
    try await opened(browser, "long/", isPhone: true, hasScripts: false) { page, _ in
      try await page.click(".td-tocbar")
      #expect(try await page.evaluate("document.querySelector('.md-nav--secondary a').checkVisibility()"))
    }
  }
}
