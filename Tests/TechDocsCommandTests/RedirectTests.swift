import TestSupport
import Testing

/// Old addresses lead on, as `mkdocs-redirects` has them.
@Suite struct RedirectTests {
  private static let config = """
    site_name: Shop
    plugins:
      - redirects:
          redirect_maps:
            old/start.md: guide/start.md#first
            gone.md: https://elsewhere.example/a?b=1&c="2"
            index.md: guide/start.md
            lost.md: guide/strat.md
            "../out.md": index.md
    """

  private func built(_ more: String = "", trust: String = "none") throws -> (folder: ScratchFolder, said: String) {
    let folder = try ScratchFolder([
      "mkdocs.yml": Self.config + more, "docs/index.md": "# Shop\n", "docs/guide/start.md": "# Start\n\n## First\n",
    ])
    let run = try Tool.run("build", "-o", "site", "--trust", trust, in: folder.location)
    return (folder, run.errors)
  }

  @Test func anOldPageLeadsToTheNewOne() throws {
    let page = try built().folder.text("site/old/start/index.html") ?? ""
    #expect(page.contains("<meta http-equiv=\"refresh\" content=\"0; url=../../guide/start/#first\">"))
    #expect(page.contains("<link rel=\"canonical\" href=\"../../guide/start/#first\">"))
    #expect(
      try built("\nuse_directory_urls: false\n").folder.text("site/old/start.html")?.contains(
        "../guide/start.html#first") == true)
  }

  @Test func aSourceThatNobodyVouchesForSendsNobodyAway() throws {
    let (folder, said) = try built()
    #expect(folder.text("site/gone/index.html") == nil)
    #expect(said.contains("The redirect to 'https://elsewhere.example/a?b=1&c=\"2\"' has no effect"))
    let page = try built(trust: "full").folder.text("site/gone/index.html") ?? ""
    #expect(page.contains("content=\"0; url=https://elsewhere.example/a?b=1&amp;c=&quot;2&quot;\""))
  }

  @Test func whatLeadsNowhereIsReported() throws {
    let (folder, said) = try built()
    #expect(said.contains("'guide/strat.md' of 'redirect_maps' is no page [broken-link]"))
    #expect(said.contains("did you mean 'guide/start.md'?"))
    #expect(said.contains("'index.md' is still a page"))
    #expect(said.contains("'../out.md' is no page"))
    #expect(folder.text("site/index.html")?.contains("<h1 id=\"shop\">") == true)
    #expect(folder.text("site/lost/index.html") == nil)
  }
}
