import Foundation
import TechDocsPublish
import TechDocsSite

/// When the sources of a build were made, for a Backstage: the commit's time, so that a second build of it is the same.
enum BuildStamp {
  /// `SOURCE_DATE_EPOCH`, what CI says of the commit, what git says of it; for a folder without any, now.
  static func of(_ folder: String, etag: String? = nil) -> BackstageStamp {
    let environment = ProcessInfo.processInfo.environment
    let epoch = environment["SOURCE_DATE_EPOCH"].flatMap { Int($0) }
    let stated = environment["CI_COMMIT_TIMESTAMP"].flatMap { ISO8601DateFormatter().date(from: $0) }
    let seconds =
      epoch ?? stated.map { Int($0.timeIntervalSince1970) } ?? commitTime(in: folder)
      ?? Int(Date().timeIntervalSince1970)
    return BackstageStamp(timestamp: seconds * 1000, etag: etag)
  }

  /// Asks git for the time of the last commit: a plumbing command, which runs nothing that a repository configures.
  private static func commitTime(in folder: String) -> Int? {
    let process = Process(), output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-C", folder, "rev-list", "-1", "--timestamp", "HEAD"]
    (process.standardOutput, process.standardError) = (output, FileHandle.nullDevice)
    // Without git, or outside a repository, there is no such time.
    guard (try? process.run()) != nil else { return nil }
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text.split(separator: " ").first.flatMap { Int($0) }
  }
}
