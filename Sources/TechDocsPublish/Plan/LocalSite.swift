package import TechDocsModel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One file of a built site, as it lies on disk.
package struct LocalFile: Sendable, Hashable {
  /// Inside the site.
  package let path: String
  package let size: Int
  package let digest: Digest
}

/// A built site's folder: everything in it that belongs to the site, sorted by path.
package struct LocalSite: Sendable {
  package let folder: String
  /// Without the manifest, which is written anew for each store.
  package let files: [LocalFile]
  /// Paths that are left out: what begins with a dot, what is no regular file.
  package let skipped: [String]

  /// Reads a folder that a build made. The files' own bytes count, not what the manifest says of them.
  package init(_ folder: String) throws(PublishFailure) {
    let manifest = "\(folder)/\(SiteManifest.path)"
    guard FileReader.isFolder(folder) else {
      throw PublishFailure("There is no site in '\(folder)'", help: "run 'techdocs build' first")
    }
    guard let text = FileReader.bytes(manifest), let listed = PublishedManifest(json: text) else {
      throw PublishFailure(
        "'\(folder)' holds no site that 'techdocs build' made: '\(SiteManifest.path)' is missing or unreadable",
        help: "name the folder that the build wrote")
    }
    try self.init(folder: folder, expecting: listed.files.map(\.path))
  }

  /// Reads any folder whose files are to be published, the marker of a build aside.
  package init(folder: String, expecting paths: [String]) throws(PublishFailure) {
    var walk = SiteWalk(folder)
    try walk.run()
    self.folder = folder
    files = walk.files.sorted { $0.path.isBefore($1.path) }
    skipped = walk.skipped.sorted { $0.isBefore($1) }
    let found = Set(files.map(\.path))
    if let missing = paths.first(where: { !found.contains($0) }) {
      throw PublishFailure("'\(missing)' of the site in '\(folder)' is missing", help: "run 'techdocs build' again")
    }
    guard !files.isEmpty else { throw PublishFailure("The site in '\(folder)' is empty; nothing was published") }
  }
}

/// Reads the tree below a site's folder; links are not followed, depth costs no stack.
private struct SiteWalk {
  private let root: String
  private(set) var files: [LocalFile] = []
  private(set) var skipped: [String] = []

  init(_ root: String) { self.root = root }

  mutating func run() throws(PublishFailure) {
    var folders = [""]
    while let folder = folders.popLast() {
      for name in try FileReader.names(in: RelativePath.joining(root, folder)) {
        let path = RelativePath.joining(folder, name)
        guard !name.hasPrefix(".") else {
          skipped.append(path)
          continue
        }
        switch FileReader.kind(of: "\(root)/\(path)") {
        case .folder: folders.append(path)
        case .file where path != SiteManifest.path.path: files.append(try file(path))
        case .file: continue
        case .other: skipped.append(path)
        }
      }
    }
  }

  private func file(_ path: String) throws(PublishFailure) -> LocalFile {
    guard let read = FileReader.digest("\(root)/\(path)") else {
      throw PublishFailure("Cannot read '\(root)/\(path)'")
    }
    return LocalFile(path: path, size: read.size, digest: read.digest)
  }
}
