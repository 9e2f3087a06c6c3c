import TechDocsModel
import Testing

@Suite struct NavTests {
  private func config(_ yaml: String) -> MkDocsConfig {
    MkDocsConfig.decoding(SourceText("mkdocs.yml", "site_name: A\n" + yaml)).value
  }

  private func nav(_ yaml: String, _ files: [String]) -> Diagnosed<Nav> {
    let config = config(yaml)
    return Nav.resolving(config, files: DocFiles(files, config: config))
  }

  private func range(_ line: Int, _ column: Int, _ length: Int) -> SourceRange {
    SourceRange(SourcePath(repository: "", path: "mkdocs.yml"), line: line, column: column, length: length)
  }

  @Test func readsSectionsPagesLinksAndIncludes() {
    let result = nav(
      """
      nav:
        - index.md
        - Guide:
            - Set up: guide/setup.md
            - Source: https://example.com/x
        - API: '!include api/mkdocs.yml'
        - '*include services/*/mkdocs.yml'
        - Form: form.pdf
      """, ["index.md", "guide/setup.md", "form.pdf"])
    #expect(
      result.value.items == [
        .page(path: "index.md", title: nil, range: range(3, 5, 8)),
        .section(
          title: "Guide",
          items: [
            .page(path: "guide/setup.md", title: "Set up", range: range(5, 17, 14)),
            .link(title: "Source", url: "https://example.com/x", range: range(6, 17, 21)),
          ], range: range(4, 5, 5)),
        .include(title: "API", path: "api/mkdocs.yml", isGlob: false, range: range(7, 10, 25)),
        .include(title: nil, path: "services/*/mkdocs.yml", isGlob: true, range: range(8, 5, 32)),
        .link(title: "Form", url: "form.pdf", range: range(9, 11, 8)),
      ])
    #expect(result.diagnostics.isEmpty)
    #expect(result.value.pages.map(\.path) == ["index.md", "guide/setup.md"])
  }

  @Test func missingEntriesAreReportedAtTheirPlaceAndLeftOut() {
    let result = nav("nav:\n  - index.md\n  - Run: runbok.md\n", ["index.md", "runbook.md"])
    #expect(result.value.items == [.page(path: "index.md", title: nil, range: range(3, 5, 8))])
    #expect(
      result.diagnostics == [
        .warning(
          "missing-nav-entry", at: range(4, 10, 9), "'runbok.md' is in 'nav' but not in 'docs_dir'",
          help: "did you mean 'runbook.md'?"),
        .note(
          "page-not-in-nav", at: range(3, 3, 0), "'runbook.md' is a page that 'nav' does not name",
          help: "add it to 'nav', or to 'not_in_nav'"),
      ])
  }

  @Test(arguments: [
    ("guide/setup.md", "did you mean 'start/setup.md'?"), ("start/setpu.md", "did you mean 'start/setup.md'?"),
    ("strat/stup.md", "did you mean 'start/setup.md'?"), ("start/faq.md", "add the file, or take the entry out"),
    ("'start/setup.md#a'", "leave out what follows the file's name: an entry stands for a whole page"),
  ])
  func missingEntriesGetTheLikeliestPage(entry: String, help: String) {
    let result = nav("nav: [index.md, \(entry)]\n", ["index.md", "start/index.md", "start/setup.md"])
    #expect(result.diagnostics.filter { $0.rule == "missing-nav-entry" }.map(\.help) == [help])
  }

  @Test func validationAndNotInNavSilenceNotes() {
    let files = ["index.md", "a.md"]
    #expect(nav("nav: [index.md]\nnot_in_nav: a.md\n", files).diagnostics.isEmpty)
    #expect(nav("nav: [index.md]\nvalidation: {omitted_files: ignore}\n", files).diagnostics.isEmpty)
    #expect(
      nav("nav: [index.md]\nvalidation: {nav: {omitted_files: warn}}\n", files).diagnostics.map(\.severity)
        == [.warning])
  }

  @Test func malformedEntriesAreReportedAndTheRestIsRead() {
    let result = nav("nav:\n  - Empty:\n  - [x]\n  - A: a.md\n    B: b.md\n", ["a.md", "b.md"])
    #expect(result.value.pages.map(\.path) == ["a.md", "b.md"])
    #expect(result.diagnostics.map(\.rule) == ["nav-entry", "nav-entry", "nav-entry"])
    #expect(result.diagnostics.map { $0.range?.start.line } == [3, 4, 6])
  }

  @Test func filesMakeANavInMkDocsOrder() {
    let files = [
      "user-guide/b.md", "user-guide/README.md", "zoo.md", "a-b/x.md", "a/b/y.md", "a/z.md", "README.md", "API/v1.md",
      "logo.png", ".hidden.md", "templates/t.md",
    ]
    #expect(
      nav("", files).value.items == [
        .page(path: "README.md", title: nil, range: nil), .page(path: "zoo.md", title: nil, range: nil),
        .section(title: "API", items: [.page(path: "API/v1.md", title: nil, range: nil)], range: nil),
        .section(
          title: "A",
          items: [
            .page(path: "a/z.md", title: nil, range: nil),
            .section(title: "B", items: [.page(path: "a/b/y.md", title: nil, range: nil)], range: nil),
          ], range: nil),
        .section(title: "A b", items: [.page(path: "a-b/x.md", title: nil, range: nil)], range: nil),
        .section(
          title: "User guide",
          items: [
            .page(path: "user-guide/README.md", title: nil, range: nil),
            .page(path: "user-guide/b.md", title: nil, range: nil),
          ], range: nil),
      ])
  }

  @Test func filesAreSortedIntoPagesAndTheRest() {
    let config = config("exclude_docs: |\n  old/\n  !.well-known.md\ndraft_docs: '*.draft.md'\nnot_in_nav: aside.md\n")
    let paths = [
      "index.md", "README.md", "a.draft.md", "old/x.md", "logo.png", "aside.md", ".well-known.md", ".git/x.md",
    ]
    let files = DocFiles(paths, config: config)
    #expect(files.pages == ["index.md", ".well-known.md", "aside.md"])
    #expect(files.assets == ["logo.png"])
    #expect(files.outsideNav == ["aside.md"])
    #expect(files.excluded == ["a.draft.md", "old/x.md", ".git/x.md"])
    #expect(files.shadowed == ["README.md": "index.md"])
    #expect(DocFiles(paths, config: config, includesDrafts: true).pages.contains("a.draft.md"))
  }

  @Test(arguments: [
    ("index.md", true, "index.html"), ("README.md", true, "index.html"), ("a/README.md", false, "a/index.html"),
    ("a/b.md", true, "a/b/index.html"), ("a/b.md", false, "a/b.html"), ("a/v1.2.md", true, "a/v1.2/index.html"),
    ("über uns.md", true, "über uns/index.html"), ("readme.md", true, "readme/index.html"),
  ])
  func pagesStandWhereMkDocsPutsThem(path: String, useDirectoryURLs: Bool, expected: String) {
    #expect(DocFiles.sitePath(ofPage: path, useDirectoryURLs: useDirectoryURLs).path == expected)
  }

  @Test(.timeLimit(.minutes(1))) func deepAndWideNavsEndInADiagnostic() {
    let deep = String(repeating: "{a: ", count: 40) + "index.md" + String(repeating: "}", count: 40)
    #expect(nav("nav: \(deep)\n", ["index.md"]).diagnostics.map(\.rule) == ["nav-entry", "page-not-in-nav"])
    let wide = "nav:\n" + String(repeating: "- index.md\n", count: 21_000)
    let result = nav(wide, ["index.md"])
    #expect(result.value.items.count == 20_000)
    #expect(result.diagnostics.map(\.rule) == ["nav-entry"])
  }
}
