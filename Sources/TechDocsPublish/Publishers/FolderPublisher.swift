internal import TechDocsModel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder: a mounted share, the root of a web server.
package struct FolderPublisher: Publisher {
  package let name: String
  package let keepsConditions = true
  package let namesRuns = false
  package var clock: Timestamp? { Timestamp(seconds: Int(time(nil))) }
  private let root: String

  /// Reads `file:///folder`; the folder is made when it is not there.
  package init(_ location: String) throws(PublishFailure) {
    let path = PercentEncoding.decoded(String(location.dropFirst("file://".count)))
    guard path.hasPrefix("/"), RelativePath.resolving(path) != "" else {
      throw PublishFailure("'\(location)' names no folder", help: "write 'file:///srv/docs'", kind: .usage)
    }
    name = location
    root = "/" + (RelativePath.resolving(path) ?? "")
  }

  package func list() throws(PublishFailure) -> StoreListing {
    guard FileReader.isFolder(root) else { return [:] }
    var listing: StoreListing = [:], folders = [""]
    while let folder = folders.popLast() {
      for name in try FileReader.names(in: RelativePath.joining(root, folder)) where !name.hasPrefix(".") {
        let path = RelativePath.joining(folder, name)
        switch FileReader.kind(of: "\(root)/\(path)") {
        case .folder: folders.append(path)
        case .file: listing[path] = object(path)
        case .other: continue
        }
      }
    }
    return listing
  }

  /// Size and modification time stand for the content: a file that somebody else wrote has another time.
  private func object(_ path: String) -> StoredObject? {
    var status = stat()
    guard lstat("\(root)/\(path)", &status) == 0 else { return nil }
    #if canImport(Glibc)
      let time = status.st_mtim
    #else
      let time = status.st_mtimespec
    #endif
    return StoredObject(
      size: Int(status.st_size), etag: "\(status.st_size)-\(time.tv_sec)-\(time.tv_nsec)",
      modified: Timestamp(seconds: time.tv_sec))
  }

  package func read(_ path: String) throws(PublishFailure) -> [UInt8]? { FileReader.bytes("\(root)/\(path)") }

  package func run(thatSent path: String) -> PublishLock? { nil }

  package func send(
    _ uploads: [Upload], from folder: String, naming run: PublishLock?, sent: (Upload, String) -> Void
  ) throws(PublishFailure) {
    for upload in uploads {
      try HeldSignals.check()
      guard let bytes = FileReader.bytes("\(folder)/\(upload.file.path)") else {
        throw PublishFailure("Cannot read '\(folder)/\(upload.file.path)'")
      }
      sent(upload, try put(bytes, at: upload.file.path))
    }
  }

  package func write(_ bytes: [UInt8], to path: String, _ condition: WriteCondition) throws(PublishFailure)
    -> WriteOutcome
  {
    switch condition {
    case .always: break
    case .matches(let etag):
      guard object(path)?.etag == etag else { return .conditionFailed }
    case .absent:
      try makeFolders(for: path)
      let file = open("\(root)/\(path)", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
      guard file >= 0 else {
        if errno == EEXIST { return .conditionFailed }
        throw failure("write", path)
      }
      close(file)
    }
    return .written(etag: try put(bytes, at: path))
  }

  package func remove(_ paths: [String]) throws(PublishFailure) {
    for path in paths {
      guard unlink("\(root)/\(path)") == 0 || errno == ENOENT else { throw failure("remove", path) }
      var folder = RelativePath.folder(of: path)
      while !folder.isEmpty, rmdir("\(root)/\(folder)") == 0 { folder = RelativePath.folder(of: folder) }
    }
  }

  package func copy(_ pairs: [(from: String, to: String)]) throws(PublishFailure) {
    for pair in pairs {
      guard let bytes = try read(pair.from) else { throw failure("read", pair.from) }
      _ = try put(bytes, at: pair.to)
    }
  }

  /// Writes beside the old file and renames, so that no reader sees half of it. The ETag comes back.
  private func put(_ bytes: [UInt8], at path: String) throws(PublishFailure) -> String {
    try makeFolders(for: path)
    let folder = RelativePath.joining(root, RelativePath.folder(of: path))
    let beside = "\(folder)/.techdocs-\(getpid())"
    let file = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw failure("write", path) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        systemWrite(file, $0.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { break }
      written += count
    }
    guard close(file) == 0, written == bytes.count, rename(beside, "\(root)/\(path)") == 0 else {
      let reason = failure("write", path)
      unlink(beside)
      throw reason
    }
    return object(path)?.etag ?? ""
  }

  private func makeFolders(for path: String) throws(PublishFailure) {
    var made = ""
    for part in RelativePath.joining(root, RelativePath.folder(of: path)).split(separator: "/") {
      made += "/\(part)"
      guard mkdir(made, 0o755) == 0 || errno == EEXIST || FileReader.isFolder(made) else { throw failure("make", made) }
    }
  }

  private func failure(_ action: String, _ path: String) -> PublishFailure {
    PublishFailure("Cannot \(action) '\(path)' in '\(root)': \(String(cString: strerror(errno)))")
  }
}

/// `write(2)` under a name that the publisher's own does not hide.
private func systemWrite(_ file: CInt, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int { write(file, bytes, count) }
