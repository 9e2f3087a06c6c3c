import Foundation
import TestSupport
import Testing

/// How many clicks a reader needs from the home page of the sample portal, without a script.
@Suite struct ReaderTaskTests {
  /// The built portal; each page is read once.
  private final class Site {
    private let root: URL
    private var links: [String: [String]] = [:]

    init() throws {
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent("techdocs-" + UUID().uuidString)
      let run = try Tool.run("build", "sample-repos", "-q", "-o", folder.path, in: ProjectFolder.root)
      #expect(run.exitCode == 0)
      root = folder
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    func text(_ page: String) -> String {
      (try? String(contentsOf: root.appendingPathComponent(page + "index.html"), encoding: .utf8)) ?? ""
    }

    /// Pages that a page links to, as paths from the root with a slash at the end.
    func links(_ page: String) -> [String] {
      if let known = links[page] { return known }
      let found = text(page).components(separatedBy: "<a ").dropFirst().compactMap { tag -> String? in
        guard let href = tag.firstRange(of: "href=\"") else { return nil }
        let target = tag[href.upperBound...].prefix { $0 != "\"" && $0 != "#" && $0 != "?" }
        guard !target.contains(":"), !target.isEmpty, target.hasSuffix("/") else { return nil }
        let base = URL(string: "https://site.example/" + page)
        return URL(string: String(target), relativeTo: base).map { String($0.path(percentEncoded: true).dropFirst()) }
      }
      links[page] = found
      return found
    }

    /// The fewest clicks from the home page to a page that fits; nil when there is none within six.
    func clicks(to fits: (String) -> Bool) -> Int? {
      var level: Set<String> = [""], seen: Set<String> = [""]
      for clicks in 0...6 {
        if level.contains(where: fits) { return clicks }
        level = Set(level.flatMap { links($0) }).subtracting(seen)
        seen.formUnion(level)
      }
      return nil
    }
  }

  @Test func thePortalAnswersInFewClicks() throws {
    let site = try Site()
    // Who owns this service, and where do I reach them?
    let service = "catalog/default/component/payments-api/"
    #expect(site.clicks { $0 == service && site.text($0).contains(">Payments</a>") } ?? 9 <= 2)
    #expect(site.clicks { $0 == "catalog/default/group/team-payments/" } ?? 9 <= 2)
    // What do I do at night?
    #expect(
      site.clicks {
        $0.hasPrefix("docs/default/component/payments-api/") && site.text($0).contains("<h1 id=\"runbook\"")
      } ?? 9 <= 3)
    // Who breaks if this API changes? Its own page and its service's page say so.
    let users = "<h3 id=\"used-by\">"
    #expect(
      site.clicks { $0 == service && site.text($0).contains(users) && site.text($0).contains("Checkout web") } ?? 9 <= 2
    )
    #expect(site.clicks { $0 == "catalog/default/api/payments-v3/" && site.text($0).contains(users) } ?? 9 <= 3)
  }

  @Test func everyKindAndRelationHasItsPage() throws {
    let site = try Site()
    let pages = [
      "catalog/": "<h1>Catalog</h1>", "catalog/kinds/component/": "<h1>Components</h1>",
      "catalog/lifecycles/deprecated/": "Legacy billing", "catalog/deprecated/": "Payments API",
      "catalog/unowned/": "Everything in the catalog has an owner", "tags/": "<h1>Tags</h1>",
      "tags/go/": "User service",
      "catalog/default/component/payments-api/": "id=\"referenced-by\"",
      "catalog/default/api/payments-v3/": "id=\"post-charges\"",
      "catalog/default/api/basket-v1/": "id=\"query-basket\"",
      "catalog/default/api/tokens-v1/": "rpc", "catalog/default/api/order-events/": "AsyncAPI",
      "catalog/default/api/invoices-v1/": "Source: catalog-info.yaml",
      "catalog/default/resource/payments-db/": "needed by",
      "catalog/default/system/payments/": "id=\"parts\"", "catalog/default/domain/commerce/": "id=\"parts\"",
      "catalog/default/group/engineering/": "id=\"owned-below\"", "catalog/default/user/sample-ada/": "Member of",
      "catalog/default/template/golang-microservice/": "id=\"parameters\"",
      "catalog/default/location/organisation/": "id=\"targets\"",
    ]
    for (page, mark) in pages.sorted(by: { $0.key < $1.key }) {
      #expect(site.text(page).contains(mark), "\(page) lacks \(mark)")
    }
  }
}
