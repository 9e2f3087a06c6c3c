import Foundation
import TestSupport
import Testing

/// A preview that is edited for long, and asked by clients of every kind.
@Suite(.serialized) struct ServeEnduranceTests {
  /// Clients that say half of what they want, or nothing, or far too much, keep nobody from being served.
  @Test func slowConnectionsKeepNobodyWaiting() async throws {
    let folder = try ScratchFolder(ServeCommandTests.site)
    let tool = try RunningTool("serve", in: folder)
    let home = try await tool.address()
    _ = try await tool.page(home) { $0.contains("<p>first") }
    let port = try #require(home.port.flatMap { UInt16(exactly: $0) }), memory = tool.memory
    // The system may allow fewer files than a thousand connections need.
    let count = min(1000, RawConnection.allowFiles() - 200)
    let line = "X: " + String(repeating: "a", count: 1 << 16) + "\r\n"
    let said = ["", "GET / HTTP/1.1\r\nHost: 127", "GET / HTTP/1.1\r\n" + line, "GET / HTTP/1.1\r\n" + line + line]
    let held = (0..<count).compactMap { number in
      let connection = RawConnection(port: port)
      connection?.offer(said[number % said.count])
      return connection
    }
    #expect(held.count == count)
    for _ in 0..<20 { #expect(await tool.get(home)?.status == 200) }
    // Work, not time: this process may get little of the machine. Lines read again with every piece would take minutes.
    if let work = tool.processorSeconds { #expect(work < 20) }
    if let memory, let now = tool.memory { #expect(now - memory < 100) }
    try folder.write("# Shop\n\nsecond\n", to: "docs/index.md")
    _ = try await tool.page(home) { $0.contains("<p>second") }
    #expect(try await tool.end(with: SIGINT) == 130)
    withExtendedLifetime(held) {}
  }

  /// Every second edit changes how all pages are parsed, so a round that is kept would be the whole site anew.
  @Test func manyEditsTakeNoMoreMemoryThanFew() async throws {
    var files = ["mkdocs.yml": "site_name: Round 0\n", "docs/index.md": "# Shop\n"]
    let text = (0..<100).map { "## Part \($0)\n\nSome *text* with [a link](index.md) and `code`.\n\n" }.joined()
    for number in 0..<12 { files["docs/page-\(number).md"] = "# Page \(number)\n\n" + text }
    let folder = try ScratchFolder(files)
    let tool = try RunningTool("serve", in: folder)
    let home = try await tool.address()
    var memory: [Double] = [], open: [Int] = []
    for edit in 1...60 {
      let extensions = edit % 2 == 0 ? "" : "markdown_extensions:\n  - toc:\n      permalink: true\n"
      try folder.write("site_name: Round \(edit)\n\(extensions)", to: "mkdocs.yml")
      _ = try await tool.page(home) { $0.contains("<title>Round \(edit)</title>") }
      if let used = tool.memory { memory.append(used) }
      if let count = tool.openFiles { open.append(count) }
    }
    withExtendedLifetime(tool) {}
    guard memory.count == 60, open.count == 60 else { return }
    // Without the noise of single samples; the first twenty fill what is kept.
    let early = memory[20..<30].sorted()[5], late = memory[50..<60].sorted()[5]
    #expect(late < early * 1.1 + 4, "\(memory.map { $0.rounded() })")
    #expect(open[50..<60].min() ?? 0 <= open[20..<30].max() ?? 0, "\(open)")
  }
}
