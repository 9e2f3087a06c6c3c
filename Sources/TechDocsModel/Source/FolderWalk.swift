#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One walk over a repository's folder: which regular files there are.
///
/// Folders wait in a list, so depth costs no stack; a folder that was reached before (a link in a circle) is not
/// entered twice.
struct FolderWalk {
  let tree: FolderTree
  /// How many files are enough: no folder is entered any more.
  let limit: Int
  private(set) var files: [TreeFile] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var entered: Set<String> = []

  init(tree: FolderTree, limit: Int = Limits.files) {
    self.tree = tree
    self.limit = limit
  }

  mutating func visit(_ folder: String) {
    var waiting = [folder]
    while let next = waiting.popLast() {
      guard files.count < limit else {
        _ = refuse(
          next, "is not read: the repository has more than \(limit) files",
          help: "name the folder of the documentation in 'docs_dir' or in techdocs.yml, or remove what is generated",
          .error)
        return
      }
      guard let location = try? tree.location(of: next).get(), entered.insert(location).inserted else { continue }
      waiting += subfolders(of: next, at: location)
    }
  }

  private mutating func subfolders(of folder: String, at location: String) -> [String] {
    guard let stream = opendir(location) else { return [] }
    defer { closedir(stream) }
    var folders: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      // Whatever begins with a dot (.git, .htaccess) is neither read nor published.
      guard !name.hasPrefix(".") else { continue }
      let path = RelativePath.joining(folder, name)
      if add(path, at: "\(location)/\(name)", kind: Int(entry.pointee.d_type)) { folders.append(path) }
    }
    return folders
  }

  /// Takes a file in; true when the entry is a folder to visit.
  private mutating func add(_ path: String, at place: String, kind: Int) -> Bool {
    let depth = path.utf8.lazy.filter { $0 == UInt8(ascii: "/") }.count
    guard path.utf8.count <= Limits.pathBytes, depth < Limits.folderDepth else {
      return refuse(path, "is too deep or too long a path", help: "move it nearer to the repository's root")
    }
    // Such a name would have to be escaped in every address, archive and report that it meets.
    guard path.utf8.allSatisfy({ $0 >= 0x20 && ![UInt8(ascii: "<"), UInt8(ascii: ">"), 0x7f].contains($0) }) else {
      return refuse(path, "has a name with control characters, '<' or '>'", help: "rename it")
    }
    if kind == Int(DT_DIR) { return true }
    // What is no link lies where its folder lies; everything else is resolved.
    let location = kind == Int(DT_REG) ? .success(place) : tree.location(of: path)
    var status = stat()
    guard case .success(let location) = location, stat(location, &status) == 0 else {
      let leaves = location == .failure(.outside)
      return refuse(
        path, leaves ? "is a link that leaves the repository" : "is a link that leads nowhere",
        help: "put the file itself here", leaves ? .error : .warning)
    }
    switch status.st_mode & mode_t(S_IFMT) {
    case mode_t(S_IFDIR): return true
    case mode_t(S_IFREG):
      files.append(
        TreeFile(
          path: tree.sourcePath(path), size: Int(status.st_size), location: location, stamp: FileStamp(status)))
      return false
    default: return refuse(path, "is no regular file", help: "only files and folders are published")
    }
  }

  private mutating func refuse(_ path: String, _ fault: String, help: String, _ severity: Severity = .warning) -> Bool {
    let name = tree.sourcePath(path)
    diagnostics.append(
      Diagnostic(severity, "unreadable-file", at: SourceRange(name, line: 1), "'\(name.name)' \(fault)", help: help))
    return false
  }
}

extension FileStamp {
  /// The stamp in what `stat(2)` says.
  fileprivate init(_ status: stat) {
    #if canImport(Glibc)
      let times = [status.st_mtim, status.st_ctim]
    #else
      let times = [status.st_mtimespec, status.st_ctimespec]
    #endif
    let changed = times.map { Int64($0.tv_sec) * 1_000_000_000 + Int64($0.tv_nsec) }.max() ?? 0
    self.init(inode: UInt64(status.st_ino), changed: changed)
  }
}
