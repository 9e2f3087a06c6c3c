import Foundation
import TechDocsModel
import TechDocsSite
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

  private func text(_ path: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("techdocs-agents-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (path, text) in Self.files {
      let place = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: place)
    }
    let loaded = try WorkspaceLoader(folder: folder.path).load()
    var timings = Timings()
    let contents = try SiteContents(Build(loaded.value.workspace).linked(timings: &timings).value, theme: Theme())
    var html = HTMLBuffer()
    switch contents.content(at: SitePath(path), using: &html) {
    case .bytes(let bytes): return String(decoding: bytes, as: UTF8.self)
    case .html: return String(decoding: html.bytes, as: UTF8.self)
    default: return ""
    }
  }

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
