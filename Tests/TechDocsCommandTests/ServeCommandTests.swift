import Foundation
import TestSupport
import Testing

/// `techdocs serve` as an author runs it.
@Suite(.serialized) struct ServeCommandTests {
  static let site = [
    "mkdocs.yml": "site_name: Shop\nnav:\n  - index.md\n  - Guide: guide.md\n", "docs/index.md": "# Shop\n\nfirst\n",
    "docs/guide.md": "# Guide\n", "docs/data.txt": "one",
  ]

  @Test func savesAreSeenHoweverTheEditorWrites() async throws {
    let folder = try ScratchFolder(Self.site)
    let tool = try RunningTool("serve", in: folder)
    let home = try await tool.address()
    _ = try await tool.page(home) { $0.contains("<p>first") }
    try folder.write("# Shop\n\nsecond\n", to: "docs/index.md")
    _ = try await tool.page(home) { $0.contains("<p>second") }
    try folder.write("# Shop\n\nthird\n", to: "docs/.index.md.new")
    let docs = folder.location.appendingPathComponent("docs")
    _ = rename(docs.appendingPathComponent(".index.md.new").path, docs.appendingPathComponent("index.md").path)
    _ = try await tool.page(home) { $0.contains("third") }
    try FileManager.default.removeItem(at: docs.appendingPathComponent("index.md"))
    try folder.write("# Shop\n\nfourth\n", to: "docs/index.md")
    _ = try await tool.page(home) { $0.contains("fourth") }
    try folder.write("two", to: "docs/data.txt")
    _ = try await tool.page(home.appendingPathComponent("data.txt")) { $0 == "two" }
    #expect(try await tool.end(with: SIGINT) == 130)
  }

  @Test func aBurstOfSavesIsBuiltOnce() async throws {
    let folder = try ScratchFolder(Self.site)
    let tool = try RunningTool("serve", in: folder)
    let home = try await tool.address()
    _ = try await tool.page(home) { $0.contains("<p>first") }
    let before = tool.builds, clock = ContinuousClock()
    var saved = [clock.now]
    for number in 0..<200 {
      try folder.write("# Shop\n\nsave \(number)\n", to: "docs/index.md")
      saved.append(clock.now)
    }
    _ = try await tool.page(home) { $0.contains("save 199") }
    try await Task.sleep(for: .milliseconds(500))
    // One. A machine that halts in the middle of the burst parts it, and so does the end of patience with a burst.
    let halts = zip(saved, saved.dropFirst(2)).count { $1 - $0 > .milliseconds(5) }
    let seconds = Int((clock.now - saved[0]).components.seconds)
    #expect(tool.builds - before <= 1 + halts + seconds)
  }

  @Test func newFilesFoldersAndNavigationAreSeen() async throws {
    let folder = try ScratchFolder(Self.site)
    let tool = try RunningTool("serve", in: folder)
    let home = try await tool.address()
    try folder.write("# Deep\n", to: "docs/deep/er/page.md")
    _ = try await tool.page(home.appendingPathComponent("deep/er/page/")) { $0.contains("Deep") }
    try folder.write("# Deep again\n", to: "docs/deep/er/page.md")
    _ = try await tool.page(home.appendingPathComponent("deep/er/page/")) { $0.contains("Deep again") }
    try folder.write("site_name: Shop\nnav:\n  - index.md\n  - Handbook: guide.md\n", to: "mkdocs.yml")
    _ = try await tool.page(home) { $0.contains("Handbook") }
    try FileManager.default.removeItem(at: folder.location.appendingPathComponent("docs/deep"))
    _ = try await tool.page(home.appendingPathComponent("deep/er/page/")) { !$0.contains("Deep again") }
    #expect(try await tool.end(with: SIGTERM) == 143)
  }

  @Test func aBrokenConfigurationLeavesTheLastGoodPages() async throws {
    let folder = try ScratchFolder(Self.site)
    let tool = try RunningTool("serve", in: folder)
    let home = try await tool.address()
    try folder.write("site_name: [Shop\nnav: {\n", to: "mkdocs.yml")
    try await tool.wait(for: "a finding") { $0.contains("[yaml-syntax]") }
    let page = try await tool.page(home) { _ in true }
    #expect(page.contains("Guide"))
    #expect(page.contains("<title>Shop</title>"))
    try folder.write("site_name: Mended\n", to: "mkdocs.yml")
    _ = try await tool.page(home) { $0.contains("Mended") }
  }

  @Test func aTakenPortIsSaidAtOnce() async throws {
    let folder = try ScratchFolder(Self.site)
    let first = try RunningTool("serve", in: folder)
    let port = try #require(try await first.address().port)
    let second = try Tool.run("serve", "--port", String(port), in: folder)
    #expect(second.exitCode == 2)
    #expect(second.errors.hasPrefix("error: Port \(port) is taken\n  help: name another with '--port'"))
    withExtendedLifetime(first) {}
  }

  @Test func theNextFreePortIsTakenAndSaid() async throws {
    let folder = try ScratchFolder(Self.site)
    let tools = try (0..<2).map { _ in try RunningTool("serve", in: folder) }
    let ports = [try await tools[0].address().port, try await tools[1].address().port]
    // Both run, so not both have the standard port; perhaps neither, when somebody else has it.
    #expect(ports[0] != ports[1])
    for (tool, port) in zip(tools, ports) {
      #expect(tool.said.contains("port 8000 is taken; this is the next free one") == (port != 8000))
    }
    withExtendedLifetime(tools) {}
  }

  @Test func previewsThatBeginTogetherAllFindAPort() async throws {
    let folder = try ScratchFolder(Self.site)
    let tools = try (0..<4).map { _ in try RunningTool("serve", in: folder) }
    var ports: Set<Int> = []
    for tool in tools { ports.insert(try #require(try await tool.address().port)) }
    #expect(ports.count == 4)
    withExtendedLifetime(tools) {}
  }

  @Test func pollingSeesChangesToo() async throws {
    let folder = try ScratchFolder(Self.site)
    let tool = try RunningTool("serve", "--poll", in: folder)
    let home = try await tool.address()
    _ = try await tool.page(home) { $0.contains("<p>first") }
    try folder.write("# Shop\n\nsecond\n", to: "docs/index.md")
    _ = try await tool.page(home) { $0.contains("<p>second") }
  }

  @Test func anOpenHostIsWarnedOf() async throws {
    let folder = try ScratchFolder(Self.site)
    let tool = try RunningTool("serve", "--host", "0.0.0.0", in: folder)
    _ = try await tool.address()
    #expect(tool.said.contains("'--host 0.0.0.0' lets everybody on the network read this preview"))
  }

  @Test func aWatchedBuildWritesTheSiteAgain() async throws {
    let folder = try ScratchFolder(Self.site)
    let tool = try RunningTool("build", "--watch", "-o", "out", in: folder)
    try await tool.wait { $0.text("out/index.html")?.contains("<p>first") == true }
    try folder.write("# Shop\n\nsecond\n", to: "docs/index.md")
    try await tool.wait { $0.text("out/index.html")?.contains("<p>second") == true }
    try await Task.sleep(for: .milliseconds(300))
    #expect(tool.builds == 2, "what it writes itself is no reason to build again")
    #expect(try await tool.end(with: SIGINT) == 130)
  }
}
