import Testing

/// What strangers write into a page runs nowhere, not even where a host serves its Markdown as HTML.
@Suite struct TwinSafetyTests {
  private func twin(_ markdown: String, isTrusted: Bool = false) throws -> String {
    let files = ["mkdocs.yml": "site_name: Tracker\n", "docs/index.md": "# Home\n\n\(markdown)\n"]
    let text = try RenderedSite(files, isTrusted: isTrusted).text("index.md")
    return String(text.dropFirst("# Home\n\n".count).dropLast())
  }

  @Test(arguments: [
    "<script>run()</script>", "<FORM action='https://acme.example'>", "<img src=x onerror=run()>", "<b/onclick=run()>",
    "<a href=\"java\tscript:run()\">", "<img alt=\">\" onerror=run()>", "<img alt='<' onerror=run()>",
    "<x onfocus=run()>",
    "<a href=\"&#106;avascript:run()\">", "<svg/onload=run()>", "<iframe",
    "<img title=\"x\"onerror=run()>",
    "<scr\u{1}ipt>", "<img src=x o\u{85}nerror=run()>",
  ])
  func aTagThatCouldRunIsText(_ markdown: String) throws {
    #expect(try twin(markdown).hasPrefix("&lt;"))
  }

  @Test(arguments: [
    "a < b, `Array<Int>`, <details><summary>More</summary>", "<img src=\"box.svg\" alt=\"A box\" width=\"20\">",
    "<!-- note -->",
    "<a href=\"https://acme.example/x\">x</a> <https://acme.example>", "<div class=\"grid cards\" markdown>",
    "ключ\t«é»", "<me@acme.example> <https://acme.example/online>",
  ])
  func whatRunsNothingStaysAsWritten(_ markdown: String) throws {
    #expect(try twin(markdown) == markdown)
  }

  @Test func aStyleIsLeftOutOfATag() throws {
    #expect(try twin("<div style='position:fixed'>x</div>") == "<div>x</div>")
    #expect(
      try twin("<p class=\"a b\" STYLE=\"background:url(//acme.example/x)\" id='c'>x") == "<p class=\"a b\"  id='c'>x")
  }

  @Test(arguments: [
    "<div style=x onclick=run()>", "<svg style='a'>", "<b/style=a>", "`<i style='a'>`", "~~~\n<i style='a'>\n~~~",
    "    <i style='a'>", "<i class='a'style='b'>", "<i style='a'",
  ])
  func aStyleInCodeOrBesideWhatCouldRunIsText(_ markdown: String) throws {
    let text = try twin(markdown)
    #expect(text == markdown.replacing("<", with: "&lt;"))
  }

  @Test func controlCharactersGo() throws {
    #expect(try twin("a\u{8}b\u{1b}c\u{7f}d\u{9b}e\u{1}f") == "abcdef")
  }

  @Test func aTrustedSourceKeepsItsTags() throws {
    #expect(try twin("<script>run()</script>", isTrusted: true) == "<script>run()</script>")
  }

  @Test func theListOfPagesHoldsNoTags() throws {
    let files = [
      "mkdocs.yml": "site_name: '</script><script>run()</script>'\nsite_description: '<img src=x onerror=run()>'\n",
      "docs/index.md": "---\ndescription: '<img src=x>'\n---\n# Home\n",
    ]
    let text = try RenderedSite(files).text("llms.txt")
    #expect(text.contains("&lt;script>run()"))
    #expect(!text.contains("<"))
  }
}
