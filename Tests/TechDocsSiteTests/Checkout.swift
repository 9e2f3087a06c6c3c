import Foundation

/// A checkout with two commits, whose own settings would run a program.
struct Checkout {
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

  /// Commits all that was written.
  func commit(_ message: String, at date: String) throws -> Bool {
    try git("add", ".") && git("commit", "-qm", message, at: date)
  }

  /// The page's HTML, and what the build found.
  func page(_ path: String) throws -> (html: String, rules: [String]) {
    let site = try RenderedSite(of: folder)
    return (site.text(path), site.rules)
  }
}
