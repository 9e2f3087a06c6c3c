import Testing

/// Where a snippet may come from: below a folder of `base_path`, or below the repository's, whatever the names look like.
@Suite struct SnippetPathTests {
  private func site(_ snippet: String) throws -> RenderedSite {
    try RenderedSite([
      "mkdocs.yml": "site_name: Tracker\nmarkdown_extensions:\n  - pymdownx.snippets: {base_path: [docs]}\n",
      "docs/index.md": "# Home\n\n--8<-- \"\(snippet)\"\n",
      "docs/shared.txt": "from the docs\n",
      "docs_old/note.txt": "from the neighbour\n",
    ])
  }

  @Test(arguments: ["../docs_old/note.txt", "../docs_old/../docs_old/note.txt", "./../docs_old/note.txt"])
  func aFolderWhoseNameBeginsAlikeIsNoPartOfTheBase(_ path: String) throws {
    let site = try site(path)
    #expect(site.rules.contains("refused-snippet"))
    #expect(!site.text("index.html").contains("from the neighbour"))
  }

  @Test(arguments: [("shared.txt", "from the docs"), ("docs_old/note.txt", "from the neighbour")])
  func whatLiesBelowABaseIsSplicedIn(_ path: String, _ shown: String) throws {
    let site = try site(path)
    #expect(!site.rules.contains("refused-snippet"))
    #expect(site.text("index.html").contains(shown))
  }
}
