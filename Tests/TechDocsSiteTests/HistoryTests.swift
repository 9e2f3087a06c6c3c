import Foundation
import TechDocsModel
import TechDocsSite
import Testing

/// Dates of pages from commits; without git these say so and pass.
@Suite struct HistoryTests {
  @Test func aPageEndsWithTheDayOfItsLastChange() throws {
    let checkout = try Checkout()
    defer { try? FileManager.default.removeItem(at: checkout.folder) }
    guard try checkout.git("init", "-q"), try checkout.git("add", "."), try checkout.git("commit", "-qm", "one") else {
      print("skipped: git is not installed")
      return
    }
    try checkout.write("docs/größe.md", "# B\n\nmore\n")
    try checkout.git("commit", "-qam", "two", at: "2026-04-02T12:00:00Z")
    try checkout.write("docs/new.md", "# New\n")

    let index = try checkout.page("index.html")
    // The author's evening in New York is the next day in UTC.
    #expect(index.html.contains("<time datetime=\"2026-03-15\">2026-03-15</time>"))
    #expect(index.html.contains("href=\"https://github.com/acme/a/commit/"))
    #expect(try checkout.page("größe/index.html").html.contains("<time datetime=\"2026-04-02\">"))
    let new = try checkout.page("new/index.html")
    #expect(!new.html.contains("<time") && new.rules.isEmpty)
  }

  @Test func nothingThatACheckoutNamesIsRun() throws {
    let checkout = try Checkout()
    defer { try? FileManager.default.removeItem(at: checkout.folder) }
    guard try checkout.git("init", "-q"), try checkout.git("add", "."), try checkout.git("commit", "-qm", "one") else {
      print("skipped: git is not installed")
      return
    }
    let trace = checkout.folder.appendingPathComponent("ran").path
    for key in [
      "core.fsmonitor", "core.pager", "gpg.program", "core.sshCommand", "diff.external", "core.alternateRefsCommand",
    ] {
      try checkout.git("config", key, "touch \(trace) #")
    }
    try checkout.git("config", "log.showSignature", "true")
    try checkout.git("config", "remote.origin.promisor", "true")
    #expect(try checkout.page("index.html").html.contains("<time datetime=\"2026-03-15\">"))
    #expect(!FileManager.default.fileExists(atPath: trace))
  }

  @Test func aWorktreeAndPackedBranchesAreRead() throws {
    let checkout = try Checkout()
    defer { try? FileManager.default.removeItem(at: checkout.folder) }
    guard try checkout.git("init", "-q"), try checkout.git("add", "."), try checkout.git("commit", "-qm", "one") else {
      print("skipped: git is not installed")
      return
    }
    try checkout.git("pack-refs", "--all")
    #expect(try checkout.page("index.html").html.contains("<time"))
    try checkout.git("worktree", "add", "-q", "tree", "-b", "other")
    let tree = try WorkspaceLoader(folder: checkout.folder.appendingPathComponent("tree").path).load()
    var timings = Timings()
    #expect(Build(tree.value.workspace).linked(timings: &timings).diagnostics.isEmpty)
  }

  @Test func aFolderThatIsNoCheckoutIsReported() throws {
    let checkout = try Checkout()
    defer { try? FileManager.default.removeItem(at: checkout.folder) }
    let page = try checkout.page("index.html")
    #expect(page.rules == ["missing-history"])
    #expect(!page.html.contains("<time"))
  }
}
