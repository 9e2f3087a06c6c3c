import Testing

/// What agents read of a site: the Markdown of each page, and a list of them.
@Suite struct AgentPagesTests {
  private static let files = [
    "mkdocs.yml": "site_name: Tracker\nsite_description: Where parcels are\nnav: [index.md, {Guide: [guide/one.md]}]\n",
    "docs/index.md":
      "# Home\n\nSee [one](guide/one.md#a) and [one again](guide/one.md), `guide/one.md`, ![box](box.svg).\n",
    "docs/guide/one.md":
      "---\ndescription: The first\n---\n# One\n\n## A\n\n[home](../index.md) [out](https://acme.example)\n",
    "docs/box.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>\n",
  ]

  private func text(_ path: String) throws -> String { try RenderedSite(Self.files).text(path) }

  @Test func theMarkdownOfAPageLeadsToOtherPagesMarkdown() throws {
    #expect(
      try text("index.md")
        == "# Home\n\nSee [one](guide/one/index.md#a) and [one again](guide/one/index.md), `guide/one.md`, ![box](box.svg).\n"
    )
    #expect(
      try text("guide/one/index.md")
        == "---\ndescription: The first\n---\n# One\n\n## A\n\n[home](../../index.md) [out](https://acme.example)\n")
    #expect(
      try text("guide/one/index.html").contains("<link rel=\"alternate\" type=\"text/markdown\" href=\"index.md\">"))
  }

  @Test func aListNamesEveryPage() throws {
    #expect(
      try text("llms.txt") == """
        # Tracker

        > Where parcels are

        ## Pages

        - [Home](index.md)

        ## Guide

        - [One](guide/one/index.md): The first

        """)
  }
}
