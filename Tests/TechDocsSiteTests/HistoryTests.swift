import Foundation
import TechDocsModel
import TechDocsSite
import Testing

/// Dates of pages from commits; without git these say so and pass.
@Suite struct HistoryTests {
  /// A checkout with two commits, whose own settings would run a program.
  private struct Checkout {
    let folder: URL

    init() throws {
      folder = FileManager.default.temporaryDirectory.appendingPathComponent("techdocs-history-\(UUID().uuidString)")
      try write(
        "mkdocs.yml", "site_name: A\nrepo_url: https://github.com/acme/a\nplugins: [git-revision-date-localized]\n")
      try write("docs/index.md", "# A\n")
      try write("docs/größe.md", "# B\n")
    }

    func write(_ path: String, _ text: String) throws {
      let place = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: place)
    }

    @discardableResult
    func git(_ arguments: String..., at date: String = "2026-03-14T23:30:00-05:00") throws -> Bool {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments =
        [
          "git", "-C", folder.path, "-c", "user.name=A", "-c", "user.email=a@acme.example", "-c",
          "init.defaultBranch=main",
        ]
        + arguments
      process.environment = [
        "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "GIT_AUTHOR_DATE": date,
        "GIT_COMMITTER_DATE": date, "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null",
      ]
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      return process.terminationStatus == 0
    }

    /// The page's HTML, and what the build found.
    func page(_ path: String) throws -> (html: String, rules: [String]) {
      let loaded = try WorkspaceLoader(folder: folder.path).load()
      var timings = Timings()
      let linked = Build(loaded.value.workspace).linked(timings: &timings)
      var html = HTMLBuffer()
      _ = try SiteContents(linked.value, theme: Theme()).content(at: SitePath(path), using: &html)
      let rules = (loaded.diagnostics + linked.diagnostics).map(\.rule.name)
      return (String(decoding: html.bytes, as: UTF8.self), rules)
    }
  }

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
