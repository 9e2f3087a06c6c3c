import Foundation
import TestSupport
import Testing

/// What a preview promises to whoever reads it, and to the folder that it reads.
@Suite(.serialized) struct ServeContractTests {
  private static let site = [
    "mkdocs.yml": "site_name: Shop\n", "docs/index.md": "# Shop\n\nfirst [guide](guide.md)\n",
    "docs/guide.md": "# Guide\n\n## Part\n", "docs/data.txt": "one",
  ]

  private static func served() async throws -> (folder: ScratchFolder, tool: RunningTool, home: URL) {
    let folder = try ScratchFolder(site)
    let tool = try RunningTool("serve", in: folder)
    return (folder, tool, try await tool.address())
  }

  @Test func onlyThisMachineCanReachIt() async throws {
    let (_, tool, home) = try await Self.served()
    let port = try #require(home.port)
    #expect(home.host == "127.0.0.1")
    // The system's own list of who listens: an address and a port in hexadecimal digits.
    guard let sockets = try? String(contentsOfFile: "/proc/net/tcp", encoding: .utf8) else { return }
    let name = ":" + String(port, radix: 16, uppercase: true).leftPadded(to: 4)
    let listening = sockets.split(separator: "\n").map { $0.split(separator: " ") }
      .filter { $0.count > 3 && $0[1].hasSuffix(name) && $0[3] == "0A" }
    #expect(listening.map { $0[1] } == ["0100007F\(name)"])
    withExtendedLifetime(tool) {}
  }

  @Test func nothingOutsideTheSiteIsServed() async throws {
    let (folder, tool, home) = try await Self.served()
    let secret = try ScratchFolder(["secret.txt": "not for readers"])
    let docs = folder.location.appendingPathComponent("docs")
    try FileManager.default.createSymbolicLink(
      at: docs.appendingPathComponent("link.txt"),
      withDestinationURL: secret.location.appendingPathComponent("secret.txt"))
    try FileManager.default.createSymbolicLink(
      at: docs.appendingPathComponent("folder"), withDestinationURL: secret.location)
    try await tool.wait(for: "the links to be found") { $0.contains("link.txt") && $0.contains("folder") }
    let port = try #require(home.port.flatMap { UInt16(exactly: $0) })
    for target in [
      "/link.txt", "/folder/secret.txt", "/../../../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd",
      "/%252e%252e/etc/passwd",
      "/..%2f..%2fetc/passwd", "/..\\..\\etc\\passwd", "/data.txt%00.html", "//etc/passwd",
      "http://127.0.0.1/etc/passwd",
      "/mkdocs.yml", "/docs/index.md", "/__techdocs__/../mkdocs.yml",
    ] {
      let connection = try #require(RawConnection(port: port))
      try await connection.send("GET \(target) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
      let answer = try await connection.answer()
      #expect(answer.hasPrefix("HTTP/1.1 404 "), "\(target)")
      #expect(!answer.contains("not for readers") && !answer.contains("root:"), "\(target)")
    }
    withExtendedLifetime((tool, secret)) {}
  }

  @Test func pagesAreThoseThatABuildWritesWithOneScriptMore() async throws {
    let (folder, tool, home) = try await Self.served()
    #expect(try Tool.run("build", "-o", "out", in: folder).exitCode == 0)
    for path in ["", "guide/"] {
      let page = try #require(await tool.get(home.appendingPathComponent(path))?.body)
      let begin = try #require(page.range(of: "<script type=\"module\" data-entity-tag="))
      let end = try #require(page.range(of: "</script>", range: begin.lowerBound..<page.endIndex))
      let plain = page.replacingCharacters(in: begin.lowerBound..<end.upperBound, with: "")
      #expect(plain == folder.text("out/\(path)index.html"))
      #expect(plain.contains("Content-Security-Policy"))
    }
    #expect(await tool.get(home.appendingPathComponent("sitemap.xml"))?.body == folder.text("out/sitemap.xml"))
  }

  @Test func nothingIsWrittenAndNothingIsLeft() async throws {
    let (folder, tool, home) = try await Self.served()
    _ = try await tool.page(home) { $0.contains("<p>first") }
    try folder.write("# Shop\n\nsecond\n", to: "docs/index.md")
    _ = try await tool.page(home) { $0.contains("<p>second") }
    #expect(try await tool.end(with: SIGTERM) == 143)
    let visible = folder.files().filter { !$0.hasPrefix(".log-") && $0 != "docs" }
    #expect(visible == Self.site.keys.sorted())
    // The port may be another's by now.
    #expect(await tool.get(home)?.body.contains("<p>second") != true)
  }

  @Test func aRepositoryThatMovesIsFollowed() async throws {
    let folder = try ScratchFolder([
      "techdocs.yml": "site_name: Portal\n", "shop/mkdocs.yml": "site_name: Shop\n",
      "shop/docs/index.md": "# Shop\n\nfirst\n",
    ])
    let tool = try RunningTool("serve", in: folder)
    let docs = try await tool.address().appendingPathComponent("docs/default/component/")
    _ = try await tool.page(docs.appendingPathComponent("shop/")) { $0.contains("<p>first") }
    let (old, new) = (folder.location.appendingPathComponent("shop"), folder.location.appendingPathComponent("store"))
    try FileManager.default.moveItem(at: old, to: new)
    _ = try await tool.page(docs.appendingPathComponent("store/")) { $0.contains("<p>first") }
    _ = try await tool.page(docs.appendingPathComponent("shop/")) { !$0.contains("<p>first") }
    try folder.write("# Shop\n\nsecond\n", to: "store/docs/index.md")
    _ = try await tool.page(docs.appendingPathComponent("store/")) { $0.contains("<p>second") }
  }

  /// A namespace of its own has a limit of its own, so that no other program here runs out of watches.
  @Test func withoutWatchesItLooksAgainAndAgain() async throws {
    var files = Self.site
    for name in ["a", "b", "c"] { files["docs/\(name)/page.md"] = "# \(name)\n" }
    let folder = try ScratchFolder(files)
    guard let tool = try RunningTool(watches: 2, "serve", in: folder) else {
      return print("skipped: \(#function) needs a user namespace")
    }
    let home = try await tool.address()
    #expect(tool.said.contains("note: the system has no more watches to give"))
    try folder.write("# Shop\n\nsecond\n", to: "docs/index.md")
    _ = try await tool.page(home) { $0.contains("<p>second") }
  }
}

extension String {
  fileprivate func leftPadded(to count: Int) -> String {
    String(repeating: "0", count: max(0, count - self.count)) + self
  }
}
