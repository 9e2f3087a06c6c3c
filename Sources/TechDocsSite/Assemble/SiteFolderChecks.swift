#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import TechDocsModel

extension SiteFolder {
  /// The absolute path of the output folder with links resolved as far as it exists.
  static func resolvedTarget(_ path: String) throws(OutputFailure) -> String {
    var existing = path.hasPrefix("/") ? path : "\(Files.currentFolder)/\(path)"
    while existing.count > 1, existing.hasSuffix("/") || existing.hasSuffix("/.") { existing.removeLast() }
    var missing: [String] = []
    while Files.resolved(existing) == nil, existing.contains("/") {
      missing.insert(existing.split(separator: "/").last.map(String.init) ?? "", at: 0)
      existing = RelativePath.folder(of: existing)
    }
    guard !missing.contains("..") else {
      throw OutputFailure("Output folder '\(path)' does not exist and climbs with '..'", isUsage: true)
    }
    let base = Files.resolved(existing.isEmpty ? "/" : existing) ?? "/"
    return ([base == "/" ? "" : base] + missing).joined(separator: "/")
  }

  /// Refuses an output that the sources lie in: swapping the site in would take them away.
  static func checkApart(_ target: String, sources: String) throws(OutputFailure) {
    guard let folder = Files.resolved(sources) else { return }
    guard folder != target, RelativePath.tail(of: folder, below: target) == nil else {
      throw OutputFailure(
        "Output folder '\(target)' holds the sources", help: "name a folder beside or below them", isUsage: true)
    }
  }

  /// Refuses what a build must never replace: a file, the root, the home folder, a folder of somebody else's.
  static func checkReplaceable(_ target: String) throws(OutputFailure) {
    let home = getenv("HOME").map { String(cString: $0) }.flatMap { Files.resolved($0) }
    guard !target.isEmpty, target != "/", target != home else {
      throw OutputFailure(
        "Output folder '\(target)' is not a place for a site", help: "name a new folder", isUsage: true)
    }
    guard Files.exists(target) else { return }
    guard Files.isFolder(target) else {
      throw OutputFailure("Output '\(target)' is a file", help: "name a folder", isUsage: true)
    }
    guard Files.isEmptyFolder(target) || isBuiltSite(target) else {
      throw OutputFailure(
        "Output folder '\(target)' holds files that no build made",
        help: "name another folder, or pass --force to replace it", isUsage: true)
    }
  }

  /// Whether a folder holds a built site: ours, or what `mkdocs build` leaves.
  private static func isBuiltSite(_ folder: String) -> Bool {
    Files.exists("\(folder)/\(SiteManifest.path)")
      || Files.exists("\(folder)/404.html") && Files.exists("\(folder)/sitemap.xml")
  }
}

/// A lock on a folder that ends with the process, however it ends.
final class FolderLock: Sendable {
  private let descriptor: CInt

  /// Locks a folder at once or not at all; `target` is the site that the lock guards, for the message.
  init(_ folder: String, of target: String) throws(OutputFailure) {
    descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Files.failure("open", folder) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw OutputFailure("Another build is writing '\(target)'", help: "wait for it, or build into another folder")
    }
  }

  deinit { close(descriptor) }
}
