/// The files of one repository: read from disk through one guarded door, or written as a literal in a test.
///
/// Paths are relative to the repository's folder, `/` between components, without `.` and `..`.
package protocol FileTree: Sendable {
  /// All regular files below a folder, sorted by path as UTF-8 bytes; empty when there is no such folder.
  ///
  /// Files that may not be read (links that leave the repository, devices) are left out and reported. `folder` has no
  /// trailing slash and is empty for the whole tree.
  func files(under folder: String) -> Diagnosed<[TreeFile]>

  /// The bytes of one file; `limit` is the largest size in bytes that is read at all.
  func read(_ path: String, limit: Int) -> Result<SourceText, ReadFailure>

  /// Whether a folder is there.
  func hasFolder(_ path: String) -> Bool
}

/// One regular file of a tree.
package struct TreeFile: Sendable, Hashable {
  package let path: SourcePath
  /// In bytes.
  package let size: Int
  /// Where the file lies on disk, for copying without reading it whole; nil in a literal tree.
  package let location: String?
  /// What tells one state of the file from another; nil in a literal tree.
  package let stamp: FileStamp?

  package init(path: SourcePath, size: Int, location: String?, stamp: FileStamp? = nil) {
    self.path = path
    self.size = size
    self.location = location
    self.stamp = stamp
  }
}

/// The state of a file as the file system tells it, without a look at its content.
package struct FileStamp: Sendable, Hashable {
  package let inode: UInt64
  /// Nanoseconds since 1970: the later of the content's and the entry's last change.
  package let changed: Int64

  package init(inode: UInt64, changed: Int64) {
    self.inode = inode
    self.changed = changed
  }
}

/// Why a file could not be read.
package enum ReadFailure: Error, Hashable, Sendable {
  case missing
  /// A link that leaves the repository, or a path with `..`.
  case outside
  /// A folder, a device, a socket.
  case notAFile
  /// The limit in bytes.
  case tooLarge(limit: Int)
  /// The system's words.
  case unreadable(String)
}

extension ReadFailure {
  /// What to tell the author of a file that is there and cannot be read.
  package func diagnostic(for path: SourcePath) -> Diagnostic {
    let range = SourceRange(path, line: 1)
    switch self {
    case .tooLarge(let limit):
      let isYAML = path.path.hasSuffix("ml")
      return .error(
        isYAML ? "yaml-limit" : "page-too-large", at: range,
        "'\(path.name)' is larger than \(limit >> 20) MB and is not \(isYAML ? "read" : "built")", help: "split it")
    case .missing, .outside, .notAFile:
      return .error("unreadable-file", at: range, "'\(path.name)' cannot be read: it is no file of this repository")
    case .unreadable(let reason):
      return .error("unreadable-file", at: range, "'\(path.name)' cannot be read: \(reason)")
    }
  }
}

extension FileTree {
  /// The first of several files that is there; nil when none is, or when it cannot be read, which is reported.
  package func first(of names: [String], in repository: String) -> Diagnosed<SourceText?> {
    for name in names {
      switch read(name, limit: Limits.configurationBytes) {
      case .success(let source): return Diagnosed(source)
      case .failure(.missing): continue
      case .failure(let failure):
        return Diagnosed(nil, [failure.diagnostic(for: SourcePath(repository: repository, path: name))])
      }
    }
    return Diagnosed(nil)
  }

  /// Whether anything stands at a path, be it readable or not.
  package func has(_ path: String) -> Bool { read(path, limit: 0) != .failure(.missing) }

  /// The file's text, or nil where it is missing or may not be read.
  package func text(at path: String, limit: Int = Limits.configurationBytes) -> SourceText? {
    try? read(path, limit: limit).get()
  }
}

/// The sizes beyond which input is refused (docs/reference/limits.md).
package enum Limits {
  /// Bytes of one Markdown file.
  package static let markdownBytes = 8 << 20
  /// Bytes of one YAML file.
  package static let configurationBytes = 1 << 20
  /// Bytes of one image or download.
  package static let assetBytes = 100 << 20
  /// How often one rule is reported for one page.
  package static let findingsOfPage = 200
  /// Bytes of one SVG file of an untrusted source, which is read whole.
  package static let drawingBytes = 16 << 20
  /// Bytes of a path, and of one component.
  package static let pathBytes = 1024
  package static let componentBytes = 255
  /// How deep folders are searched.
  package static let folderDepth = 64
  /// Files of one repository.
  package static let files = 200_000
}
