import Foundation
import TestSupport
import Testing

/// What strangers may write into a catalog file never leaves the site's folder and never runs in a page.
@Suite struct HostileCatalogTests {
  private static func entity(_ name: String, _ metadata: String = "", _ spec: String = "", kind: String = "Component")
    -> String
  {
    """
    apiVersion: backstage.io/v1alpha1
    kind: \(kind)
    metadata:
      name: \(name)
    \(metadata)
    spec:
      type: service
      lifecycle: production
      owner: team-a
    \(spec)

    """
  }

  private static let markup = "</title><script>alert(1)</script><img src=x onerror=alert(1)>"

  private static let catalog = [
    entity("'../../x'"), entity("Pay"), entity("pay"), entity("'a/../../../b'"),
    entity(
      "loud",
      """
        title: '\(markup)'
        description: '\(markup)'
        annotations:
          github.com/project-slug: '"><script>alert(1)</script>'
          backstage.io/view-url: 'javascript:alert(1)'
          backstage.io/techdocs-ref: 'dir:../../..'
        links:
          - {url: 'javascript:alert(1)', title: '\(markup)'}
          - {url: 'data:text/html,<script>alert(1)</script>', title: data}
      """, "  dependsOn: ['resource:\(markup.replacing("'", with: ""))']"),
    entity(
      "noisy", "",
      "  definition: 'type Query { \"\"\"\(markup)\"\"\" a: String } enum E { \"\(markup.replacing("\"", with: ""))\" A }'",
      kind: "API"
    ).replacing("type: service", with: "type: graphql"),
    entity("odd", "", "  data: {'\(markup)': '\(markup)'}", kind: "Widget"),
  ].joined(separator: "---\n")

  @Test func nothingLeavesTheSiteAndNothingRuns() throws {
    let folder = try ScratchFolder([
      "w/techdocs.yml": "sources: [repo]\n", "w/repo/catalog-info.yaml": Self.catalog,
      "w/repo/docs/index.md": "# Hi\n",
    ])
    let run = try Tool.run("build", "w", "-o", "w/site", "--keep-going", in: folder)
    #expect(run.exitCode == 1)
    for rule in ["entity-name", "duplicate-entity", "docs-reference", "unknown-kind"] {
      #expect(run.errors.contains("[\(rule)]"), "\(rule) is not told")
    }
    let outside = folder.files().filter { !$0.hasPrefix("w/") && $0.contains(".") }
    #expect(outside == [])
    let pages = folder.files(below: "w/site").filter { $0.hasSuffix(".html") || $0.hasSuffix(".json") }
    #expect(pages.contains("catalog/default/component/loud/index.html"))
    #expect(pages.contains("catalog/default/widget/odd/index.html"))
    #expect(!pages.contains { $0.contains("..") })
    for page in pages {
      let text = folder.text("w/site/\(page)") ?? ""
      for harm in ["<script>alert", "<img src=x", "href=\"javascript:", "href=\"data:text"] {
        #expect(!text.contains(harm), "\(page) holds \(harm)")
      }
    }
  }
}
