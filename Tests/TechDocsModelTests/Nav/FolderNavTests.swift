import TechDocsModel
import Testing

/// Navigations that folders give in files of their own.
@Suite struct FolderNavTests {
  private static let files = [
    "index.md", "zeta.md", "guide/index.md", "guide/b.md", "guide/a10.md", "guide/a2.md", "guide/deep/one.md",
    "api/index.md", "secret/x.md", "img/a.png",
  ]

  private func nav(_ plugin: String, _ texts: [String: String], config extra: String = "") -> Diagnosed<Nav> {
    let yaml = "site_name: A\nplugins:\n  - \(plugin)\n" + extra
    let config = MkDocsConfig.decoding(SourceText("mkdocs.yml", yaml)).value
    return Nav.resolving(config, files: DocFiles(Self.files, config: config)) { path in
      texts[path].map { SourceText("docs/" + path, $0) }
    }
  }

  /// A line for each entry: its depth in spaces, its title and its path.
  private func lines(_ items: [Nav.Item], _ depth: Int = 0) -> [String] {
    items.flatMap { item -> [String] in
      let space = String(repeating: " ", count: depth)
      switch item {
      case .page(let path, let title, _): return [space + (title.map { "\($0): " } ?? "") + path]
      case .link(let title, let url, _): return [space + "\(title ?? "-") -> \(url)"]
      case .section(let title, let items, _): return ["\(space)[\(title)]"] + lines(items, depth + 1)
      case .include(_, let path, _, _): return [space + "!" + path]
      }
    }
  }

  private func said(_ nav: Diagnosed<Nav>) -> [String] {
    nav.diagnostics.map { "\($0.range?.start.line ?? 0):\($0.range?.start.column ?? 0) \($0.rule.name) \($0.message)" }
  }

  @Test func aFolderSaysWhatStandsWhereAndWhereTheRestGoes() {
    let result = nav(
      "awesome-pages",
      [
        ".pages": "nav:\n  - Start: index.md\n  - api\n  - ...\n  - Code: https://example.com\n",
        "guide/.pages": "title: Handbook\norder: desc\nsort_type: natural\n", "secret/.pages": "hide: true\n",
        "api/.pages": "collapse: true\n",
      ])
    #expect(
      lines(result.value.items) == [
        "Start: index.md", "api/index.md", "zeta.md", "[Handbook]", " guide/index.md", " [Deep]", "  guide/deep/one.md",
        " guide/b.md", " guide/a10.md", " guide/a2.md", "Code -> https://example.com",
      ])
    #expect(said(result) == [])
  }

  @Test func whatIsNotUnderstoodIsReportedAtItsPlace() {
    let result = nav(
      "awesome-pages",
      [
        ".pages": "titel: A\norder: up\nnav:\n  - indx.md\n  - ../x.md\n  - [a]\n  - guide/a2.md\n",
        "guide/.pages": "order_by: title\n",
      ])
    #expect(lines(result.value.items) == ["guide/a2.md"])
    #expect(
      said(result) == [
        "1:1 unknown-config-key 'titel' is no key of a navigation file",
        "2:8 config-value 'asc' or 'desc' is needed here",
        "6:5 nav-entry An entry needs a path, or one title with a path or a list, as in `- Runbook: runbook.md`",
        "4:5 missing-nav-entry 'indx.md' is in the navigation but is not there",
        "5:5 nav-entry '../x.md' leaves its folder",
      ])
  }

  @Test func patternsMeanWhatNoEntryNames() {
    let result = nav(
      "awesome-nav",
      [
        ".nav.yml":
          "nav:\n  - zeta.md\n  - Guide:\n      - guide/b.md\n      - guide/a*.md\n  - \"*.md\"\n  - glob: \"*/\"\n",
        "guide/.nav.yml": "nav: [deep]\nappend_unmatched: true\n", "secret/.nav.yml": "hide: true\n",
      ])
    #expect(
      lines(result.value.items) == [
        "zeta.md", "[Guide]", " guide/b.md", " guide/a10.md", " guide/a2.md", "index.md", "[Api]", " api/index.md",
        "[Guide]", " [Deep]", "  guide/deep/one.md", " guide/index.md", " guide/a10.md", " guide/a2.md", " guide/b.md",
      ])
    #expect(said(result) == [])
  }

  @Test func theNavOfTheSiteMayLeaveRoomForTheRest() {
    let texts = ["guide/.pages": "nav:\n  - ... | flat | *.md\n"]
    let result = nav("awesome-pages", texts, config: "nav:\n  - zeta.md\n  - ... | glob=g*\n")
    #expect(
      lines(result.value.items) == [
        "zeta.md", "[Guide]", " guide/index.md", " guide/a10.md", " guide/a2.md", " guide/b.md",
      ])
    let whole = nav("awesome-pages", texts, config: "nav:\n  - zeta.md\n")
    #expect(lines(whole.value.items) == ["zeta.md"])
  }

  @Test func aListInMarkdownIsTheNavigation() {
    let result = nav(
      "literate-nav",
      [
        "SUMMARY.md": """
        # Summary

        * [Home](index.md "hint")
        * [Guide](guide/)
        * Reference
            * [API](api/index.md)
                * [Last](<zeta.md>)
            * [Code](https://example.com)
        * */
        * nothing
        * [Gone](gone.md)

        After the list:

        * [Not this](zeta.md)
        """, "guide/SUMMARY.md": "<!--nav-->\n- [B](b.md)\n- *.md\n",
      ])
    #expect(
      lines(result.value.items) == [
        "Home: index.md", "[Guide]", " B: guide/b.md", " guide/index.md", " guide/a10.md", " guide/a2.md",
        "[Reference]",
        " [API]", "  api/index.md", "  Last: zeta.md", " Code -> https://example.com", "[Api]", " api/index.md",
        "[Secret]", " secret/x.md",
      ])
    #expect(
      said(result) == [
        "10:3 nav-entry 'nothing' leads nowhere and has no list below it",
        "11:3 missing-nav-entry 'gone.md' is in the navigation but is not there",
      ])
  }

  @Test func listsThatNameEachOtherManyTimesEnd() {
    let names = Array(repeating: "  - guide/deep\n", count: 500).joined()
    let inner = Array(repeating: "  - one.md\n", count: 500).joined()
    let result = nav("awesome-pages", [".pages": "nav:\n" + names, "guide/deep/.pages": "nav:\n" + inner])
    #expect(said(result).count == 1)
    #expect(result.value.pages.count <= 20_000)
  }
}
