import Foundation
import TechDocsModel
import TestSupport
import Testing

@Suite struct ConfigurationReferenceTests {
  private func file(_ name: String) throws -> String {
    try String(contentsOf: ProjectFolder.root.appendingPathComponent("docs/reference/\(name)"), encoding: .utf8)
  }

  @Test func theSchemaNamesTheKeysThatAreRead() throws {
    let schema = try #require(
      JSONSerialization.jsonObject(with: Data(try file("techdocs.schema.json").utf8)) as? [String: Any])
    let keys = try #require(schema["properties"] as? [String: Any]).keys.sorted()
    let text = keys.map { "\($0):\n" }.joined()
    #expect(WorkspaceConfig.decoding(SourceText("techdocs.yml", text)).diagnostics.isEmpty)
    #expect(
      keys == [
        "annotation_links", "helpers", "icons", "page_dates", "platform", "rules", "search", "site_dir", "site_name",
        "site_url", "sources", "strict", "theme",
      ])
  }

  @Test func theExampleInTheReferenceIsValid() throws {
    let page = try file("configuration.md")
    let start = try #require(page.range(of: "```yaml\n")?.upperBound)
    let end = try #require(page.range(of: "\n```", range: start..<page.endIndex)?.lowerBound)
    let result = WorkspaceConfig.decoding(SourceText("techdocs.yml", String(page[start..<end])))
    #expect(result.diagnostics.isEmpty)
    #expect(result.value.sources.map(\.path) == ["services/*", "platform-handbook", "vendored/billing"])
    #expect(result.value.rules.map(\.severity) == [nil, .note, .error])
  }

  @Test func theReferenceNamesEveryKeyOfMkDocs() throws {
    let page = try file("configuration.md")
    let keys = [
      "site_name", "site_url", "site_description", "site_author", "copyright", "repo_url", "repo_name", "edit_uri",
      "edit_uri_template", "docs_dir", "site_dir", "use_directory_urls", "strict", "nav", "exclude_docs", "draft_docs",
      "not_in_nav", "validation", "theme", "plugins", "markdown_extensions", "extra_css", "extra_javascript", "extra",
      "INHERIT", "dev_addr", "watch", "remote_branch", "remote_name", "hooks", "extra_templates", "google_analytics",
      "mdx_configs", "pages",
    ]
    #expect(keys.filter { !page.contains("`\($0)`") } == [])
  }
}
