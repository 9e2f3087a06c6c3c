#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
package import TechDocsModel

/// A site on disk, written as a new tree beside the old one and swapped in by one rename.
///
/// Readers and a killed build see the old site or the new one, never a mix. Files whose bytes did not change are
/// hard links to the old ones, so they keep their modification time and cost no write.
///
/// The new tree has a fixed name beside the target, and a lock on it says that a build is running; what a killed
/// build left there is cleared by the next.
package struct SiteFolder: SiteOutput {
  /// The resolved absolute folder that readers see.
  package let target: String
  let staging: String
  private let locks: [FolderLock]

  /// Opens the new tree for the output folder `path`, which need not exist; its parent is made.
  ///
  /// `force` allows to replace a folder that this tool did not make; one that holds the `sources` is never replaced.
  package init(_ path: String, sources: String, force: Bool) throws(OutputFailure) {
    target = try Self.resolvedTarget(path)
    try Self.checkApart(target, sources: sources)
    if !force { try Self.checkReplaceable(target) }
    let parent = RelativePath.folder(of: target)
    let name = target.dropFirst(parent.utf8.count + 1)
    staging = "\(parent)/.\(name).techdocs-new"
    try Files.makeFolders(parent)
    try Files.makeFolder(staging)
    var locks = [try FolderLock(staging, of: target)]
    if Files.isFolder(target) { locks.append(try FolderLock(target, of: target)) }
    self.locks = locks
    try Files.removeContents(of: staging)
  }

  /// Makes the folders that the given files need, in the new tree.
  package func makeFolders(for paths: [SitePath]) throws(OutputFailure) {
    var made: Set<String> = [""]
    for path in paths {
      let folder = RelativePath.folder(of: path.path)
      guard made.insert(folder).inserted else { continue }
      try Files.makeFolders("\(staging)/\(folder)")
    }
  }

  package func put(_ path: SitePath, _ bytes: UnsafeBufferPointer<UInt8>) throws(OutputFailure) -> SiteEntry {
    let (old, new) = ("\(target)/\(path)", "\(staging)/\(path)")
    if !(Files.hasSameBytes(old, bytes) && link(old, new) == 0) { try Files.write(bytes, to: new) }
    return SiteEntry(path: path, digest: Digest(of: bytes), size: bytes.count)
  }

  package func copy(_ file: TreeFile, to path: SitePath) throws(OutputFailure) -> SiteEntry {
    guard let location = file.location else { throw OutputFailure("'\(file.path)' is not on disk") }
    let copied = try Files.copy(location, to: "\(staging)/\(path)", unlessSameAs: "\(target)/\(path)")
    return SiteEntry(path: path, digest: copied.digest, size: copied.size)
  }

  /// Swaps the new tree in and removes the old one.
  package func finish() throws(OutputFailure) {
    if Files.isFolder(target) {
      try Files.exchange(staging, target)
      try Files.removeTree(staging)
    } else if rename(staging, target) != 0 {
      throw Files.failure("move the new site to", target)
    }
  }

  /// Removes the new tree and leaves the old one as it was.
  package func discard() { try? Files.removeTree(staging) }
}
