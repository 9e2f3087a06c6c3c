#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A repository's folder on disk, and the only door to it.
///
/// A path is resolved link by link and must end below the folder, compared by component; what it names must be a
/// regular file. Links inside the repository are followed, links out of it are not.
///
/// Source: TechDocs' and Backstage's path traversal advisories, which all had a second door or compared by prefix.
package struct FolderTree: FileTree {
  private let repository: String
  /// The resolved absolute folder, without a trailing slash.
  private let root: String

  /// - Returns: nil when the folder is not there or is no folder.
  package init?(_ folder: String, repository: String) {
    guard let resolved = Self.resolved(folder), Self.mode(of: resolved) == mode_t(S_IFDIR) else { return nil }
    self.repository = repository
    root = resolved == "/" ? "" : resolved
  }

  package func files(under folder: String) -> Diagnosed<[TreeFile]> {
    var walk = FolderWalk(tree: self)
    walk.visit(folder)
    return Diagnosed(walk.files.sorted { $0.path < $1.path }, walk.diagnostics)
  }

  package func hasFolder(_ path: String) -> Bool {
    guard let location = try? location(of: path).get() else { return false }
    return Self.mode(of: location) == mode_t(S_IFDIR)
  }

  package func read(_ path: String, limit: Int) -> Result<SourceText, ReadFailure> {
    location(of: path).flatMap { Self.readFile($0, limit: limit) }
      .map { SourceText(path: sourcePath(path), bytes: $0) }
  }

  /// The resolved absolute folder.
  package var folder: String { root.isEmpty ? "/" : root }

  func sourcePath(_ path: String) -> SourcePath { SourcePath(repository: repository, path: path) }

  /// The absolute path with all links resolved, or why there is none.
  func location(of path: String) -> Result<String, ReadFailure> {
    guard !path.utf8.contains(0), !path.hasPrefix("/"), let inside = RelativePath.resolving(path) else {
      return .failure(.outside)
    }
    guard let resolved = Self.resolved("\(root)/\(inside)") else { return .failure(.missing) }
    return resolved == root || RelativePath.tail(of: resolved, below: root) != nil
      ? .success(resolved) : .failure(.outside)
  }

  /// The file type bits of what a path names, after links; nil when there is nothing.
  static func mode(of location: String) -> mode_t? {
    var status = stat()
    return stat(location, &status) == 0 ? status.st_mode & mode_t(S_IFMT) : nil
  }

  private static func resolved(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  /// Reads a whole regular file; what grows past the limit while it is read is refused too.
  private static func readFile(_ location: String, limit: Int) -> Result<[UInt8], ReadFailure> {
    // O_NONBLOCK: a pipe that took the file's place must not hang the build.
    let file = open(location, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return .failure(errno == ENOENT ? .missing : .unreadable(String(cString: strerror(errno)))) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & mode_t(S_IFMT) == mode_t(S_IFREG) else {
      return .failure(.notAFile)
    }
    let size = Int(status.st_size)
    guard size <= limit else { return .failure(.tooLarge(limit: limit)) }
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size, let base = buffer.baseAddress {
        let got = systemRead(file, base + count, size - count)
        if got < 0 && errno == EINTR { continue }
        guard got > 0 else { break }
        count += got
      }
    }
    return .success(bytes)
  }
}

/// `read(2)` under a name that the tree's own `read` does not hide.
private func systemRead(_ file: CInt, _ buffer: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
  read(file, buffer, count)
}
