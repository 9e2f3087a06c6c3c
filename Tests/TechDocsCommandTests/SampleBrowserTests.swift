import Foundation
import TestSupport
import Testing

/// The sample portal in a real browser: reader tasks by clicks, the catalog's filter, and pages that hold still.
@Suite(.serialized) struct SampleBrowserTests {
  private func opened(width: Int = 1360, _ body: (BrowserPage, URL) async throws -> Void) async throws {
    guard let browser = Browser() else { return Browser.skip() }
    let samples = ProjectFolder.root.appendingPathComponent("sample-repos").path
    let tool = try RunningTool("serve", samples, in: ScratchFolder([:]))
    let home = try await tool.address()
    let page = try await browser.page(width: width, height: 844)
    try await page.open(home)
    try await body(page, home)
    withExtendedLifetime(tool) {}
  }

  /// Clicks a link and waits for the page that it leads to.
  private func follow(_ page: BrowserPage, _ selector: String, to path: String) async throws {
    try await page.click(selector)
    try await page.wait(for: "location.pathname === '\(path)' && document.readyState === 'complete'")
  }

  private func followToPaymentsAPI(_ page: BrowserPage) async throws {
    try await follow(
      page, ".td-services a[href$='component/payments-api/'][href^='catalog']",
      to: "/catalog/default/component/payments-api/")
  }

  @Test func anOwnerIsTwoClicksAway() async throws {
    try await opened { page, _ in
      try await followToPaymentsAPI(page)
      #expect(try await page.evaluate("document.querySelector('.td-facts').innerText.includes('Payments')"))
      try await follow(page, ".td-facts a[href*='group/']", to: "/catalog/default/group/team-payments/")
      #expect(try await page.evaluate("document.querySelector('article').innerText.includes('#payments')"))
    }
  }

  @Test func aRunbookIsThreeClicksAway() async throws {
    try await opened { page, _ in
      try await followToPaymentsAPI(page)
      try await follow(
        page, "#docs + ul a[href*='incidents']", to: "/docs/default/component/payments-api/operations/incidents/")
      #expect(try await page.evaluate("/runbook/i.test(document.querySelector('h1').innerText)"))
    }
  }

  @Test func whoBreaksIsOneClickAway() async throws {
    try await opened { page, _ in
      try await followToPaymentsAPI(page)
      #expect(
        try await page.evaluate(
          "document.getElementById('used-by').parentElement.innerText.includes('Checkout web')"))
      #expect(try await page.evaluate("document.querySelectorAll('form.td-filter').length === 0"))
    }
  }

  @Test func aListIsNarrowedAndTheAddressKeepsIt() async throws {
    let shown = "[...document.querySelectorAll('.td-even tbody tr')].filter(row => !row.hidden).length"
    try await opened { page, home in
      try await page.open(home.appendingPathComponent("catalog/"))
      let all: Int = try await page.evaluate(shown)
      try await page.click("form.td-filter input")
      try await page.type("payments")
      try await page.wait(for: "\(shown) > 0 && \(shown) < \(all)")
      let few: Int = try await page.evaluate(shown)
      let _: Bool = try await page.evaluate(
        """
        (() => { const kind = document.querySelector('form.td-filter select[name=kind]'); kind.value = 'API';
        return kind.dispatchEvent(new Event('input', { bubbles: true })); })()
        """)
      try await page.wait(for: "\(shown) > 0 && \(shown) < \(few)")
      let kept: Int = try await page.evaluate(shown)
      #expect(try await page.evaluate("location.search === '?filter=payments&kind=API'"))
      let _: Bool = try await page.evaluate("location.reload() === undefined")
      try await page.wait(for: "document.readyState === 'complete' && \(shown) === \(kept)")
    }
  }

  @Test func whyAndWhereFromAreOneClickEach() async throws {
    try await opened { page, home in
      let service = home.appendingPathComponent("explain/user-service/user-service/")
      try await page.open(service)
      let row = "[...document.querySelectorAll('#resources + * tr')].find(row => row.innerText.includes('RDS'))"
      #expect(try await page.evaluate("\(row).innerText.includes('spec.database is set')"))
      try await follow(page, "#resources + * a[href$='#L188']", to: "/compositions/servicedeployment/")
      #expect(try await page.evaluate("location.hash === '#L188'"))
      try await page.open(service)
      try await page.click("a[href='#r-hpa']")
      try await page.wait(for: "document.getElementById('r-hpa').closest('details').open")
      try await page.click("#r-hpa + pre a[href='#in-3']")
      try await page.wait(for: "location.hash === '#in-3'")
      #expect(try await page.evaluate("document.getElementById('in-3').innerText.includes('spec.replicas')"))
    }
  }

  /// A page that is left keeps no connection: a browser has six for one server.
  @Test func manyPagesAreOpenedOneAfterAnother() async throws {
    try await opened { page, home in
      for tag in ["", "go/", "kafka/", "python/", "rust/", "sql/", "tool/", "web/", "redis/", "perl/"] {
        try await page.open(home.appendingPathComponent("tags/" + tag))
        try await page.wait(for: "document.getElementById('__techdocs_problems') !== null")
        // By the browser's clock, in ms: one that waits for a connection waits a minute.
        let answered: Double = try await page.evaluate("performance.getEntriesByType('navigation')[0].responseStart")
        #expect(answered < 20_000)
      }
    }
  }

  @Test(arguments: [390, 1360]) func pagesHoldStill(width: Int) async throws {
    let pages = [
      "", "catalog/", "catalog/kinds/component/", "catalog/default/component/user-service/", "search/",
      "docs/default/component/platform-handbook/tour/", "docs/default/component/checkout-web/hosts/",
      "explain/user-service/user-service/",
    ]
    try await opened(width: width) { page, home in
      for path in pages {
        // What the theme or a script moves, it moves each time. A table whose first rows a busy machine shows before the
        // others came finds its columns once more, which no page can help.
        var least = Double.infinity
        for _ in 0..<6 where least > 0 {
          try await page.open(path.isEmpty ? home : home.appendingPathComponent(path))
          least = min(least, try await page.evaluate(Self.shift))
        }
        #expect(least == 0, "'\(path)' moves while it loads")
      }
    }
  }

  /// How far a page has moved since it was opened, and moves in the next moment.
  private static let shift = """
    new Promise(done => { let sum = 0; new PerformanceObserver(list => { for (const shift of list.getEntries())
    sum += shift.value; }).observe({ type: 'layout-shift', buffered: true }); setTimeout(() => done(sum), 300); })
    """
}
