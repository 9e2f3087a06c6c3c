import Foundation
import Testing

/// Docs that are older than the code they tell of; without git these say so and pass.
@Suite struct DocsAgeTests {
  private static let entity = """
    apiVersion: backstage.io/v1alpha1
    kind: Component
    metadata: {name: shop, annotations: {backstage.io/techdocs-ref: "dir:."}}
    spec: {type: service, lifecycle: production, owner: team-a}

    """
  private static let page = "catalog/default/component/shop/index.html"
  private static let json = "api/v1/entities/component/default/shop.json"

  /// A workspace in one checkout, its first commit made on the 15th of March; nil without git.
  private func committed() throws -> Checkout? {
    let checkout = try Checkout()
    try checkout.write("techdocs.yml", "page_dates: true\nsources: [shop]\n")
    try checkout.write("shop/catalog-info.yaml", Self.entity)
    try checkout.write("shop/mkdocs.yml", "site_name: Shop\n")
    try checkout.write("shop/docs/index.md", "# Shop\n")
    try checkout.write("shop/main.go", "package main\n")
    guard try checkout.git("init", "-q"), try checkout.commit("one", at: "2026-03-15T00:00:00Z") else {
      try? FileManager.default.removeItem(at: checkout.folder)
      print("skipped: git is not installed")
      return nil
    }
    return checkout
  }

  @Test func docsThatTheCodeLeftBehindSaySo() throws {
    guard let checkout = try committed() else { return }
    defer { try? FileManager.default.removeItem(at: checkout.folder) }
    try checkout.write("shop/main.go", "package main // more\n")
    #expect(try checkout.commit("two", at: "2026-06-23T12:00:00Z"))
    // What is beside the service, and a commit of its docs' settings, are no code of it.
    try checkout.write("other/main.go", "package other\n")
    try checkout.write("shop/mkdocs.yml", "site_name: The shop\n")
    try checkout.write("shop/NOTES.md", "# Notes\n")
    #expect(try checkout.commit("three", at: "2026-07-01T12:00:00Z"))

    let page = try checkout.page(Self.page).html
    #expect(page.contains("last changed 2026-03-15, 100 days before the code (2026-06-23)"))
    let list = try checkout.page("catalog/docs/index.html").html
    #expect(list.contains("<td>2026-03-15</td><td>100</td>"))
    let facts = #""lastChanged":"2026-03-15","codeChanged":"2026-06-23","daysBehindCode":100,"#
    #expect(try checkout.page(Self.json).html.contains(facts))
  }

  @Test func docsThatWentWithTheCodeAreNotBehind() throws {
    guard let checkout = try committed() else { return }
    defer { try? FileManager.default.removeItem(at: checkout.folder) }
    try checkout.write("shop/main.go", "package main // more\n")
    #expect(try checkout.commit("two", at: "2026-06-23T08:00:00Z"))
    try checkout.write("shop/docs/index.md", "# Shop\n\nmore\n")
    #expect(try checkout.commit("three", at: "2026-06-23T06:00:00Z"))

    let page = try checkout.page(Self.page).html
    #expect(page.contains("last changed 2026-06-23") && !page.contains("before the code"))
    let json = try checkout.page(Self.json).html
    #expect(json.contains(#""codeChanged":"2026-06-23","#) && !json.contains("daysBehindCode"))
  }
}
