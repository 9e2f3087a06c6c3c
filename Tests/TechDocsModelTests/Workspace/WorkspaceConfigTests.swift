import TechDocsModel
import Testing

@Suite struct WorkspaceConfigTests {
  private func range(_ line: Int, _ column: Int, _ length: Int) -> SourceRange {
    SourceRange(SourcePath(repository: "", path: "techdocs.yml"), line: line, column: column, length: length)
  }

  @Test func readsEveryKey() {
    let result = WorkspaceConfig.decoding(
      SourceText(
        "techdocs.yml",
        """
        site_name: Payments platform
        site_url: https://docs.example.com
        site_dir: out
        theme: site-theme/
        strict: true
        sources:
          - services/*
          - path: handbook
            trust: full
            name: platform-handbook
        rules:
          broken-link: warning
          page-not-in-nav: off
        """))
    var expected = WorkspaceConfig()
    expected.source = SourcePath(repository: "", path: "techdocs.yml")
    expected.siteName = "Payments platform"
    expected.siteURL = "https://docs.example.com/"
    expected.siteDir = "out"
    expected.theme = "site-theme"
    expected.themeRange = range(4, 8, 11)
    expected.strict = true
    expected.sources = [
      .init(path: "services/*", range: range(7, 5, 10)),
      .init(path: "handbook", trust: .full, name: "platform-handbook", range: range(8, 11, 8)),
    ]
    expected.rules = [
      .init("broken-link", severity: .warning, range: range(12, 3, 11)),
      .init("page-not-in-nav", severity: nil, range: range(13, 3, 15)),
    ]
    #expect(result.value == expected)
    #expect(result.diagnostics.isEmpty)
    #expect(result.value.severity(of: "page-not-in-nav", by: .note) == nil)
    #expect(result.value.severity(of: "yaml-syntax", by: .error) == .error)
  }

  @Test func mistakesAreReportedWithANearMiss() {
    let text = """
      site_nam: A
      sources:
        - ../other
        - path: a
          trust: fully
      rules:
        broken-lnk: warning
        broken-link: loud
      """
    let result = WorkspaceConfig.decoding(SourceText("techdocs.yml", text), knownRules: ["broken-link"])
    #expect(
      result.diagnostics.sorted() == [
        .warning(
          "unknown-config-key", at: range(1, 1, 8), "'site_nam' is no key of techdocs.yml",
          help: "did you mean 'site_name'?"),
        .error(
          "config-value", at: range(3, 5, 8),
          "'sources' needs folders inside the workspace, as in `- services/*`; not '../other'"),
        .error("config-value", at: range(5, 12, 5), "'trust' needs `full` or `none`"),
        .warning(
          "unknown-config-key", at: range(7, 3, 10), "'broken-lnk' is no rule", help: "did you mean 'broken-link'?"),
        .error("config-value", at: range(8, 16, 4), "'broken-link' needs `error`, `warning`, `note` or `off`"),
      ])
    #expect(result.value.sources == [.init(path: "a", range: range(4, 11, 1))])
  }

  @Test func anEmptyFileMeansEveryFolder() {
    let result = WorkspaceConfig.decoding(SourceText("techdocs.yml", ""))
    #expect(result.value.sources == [.init(path: "*")])
    #expect(result.diagnostics.isEmpty)
  }
}
