#if canImport(Glibc)
  import CGNU
  import Glibc
#else
  import Darwin
#endif
import TechDocsModel

/// Calls to the file system for writing a site, with failures in words.
enum Files {
  static func failure(_ action: String, _ path: String) -> OutputFailure {
    OutputFailure("Cannot \(action) '\(path)': \(String(cString: strerror(errno)))")
  }

  static var currentFolder: String {
    guard let pointer = getcwd(nil, 0) else { return "/" }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  /// The absolute path with links resolved; nil when nothing is there.
  static func resolved(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & mode_t(S_IFMT) == mode_t(S_IFDIR)
  }

  static func isEmptyFolder(_ path: String) -> Bool { (try? names(in: path).isEmpty) ?? false }

  static func makeFolder(_ path: String) throws(OutputFailure) {
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw failure("make the folder", path) }
  }

  /// Makes a folder and those above it.
  static func makeFolders(_ path: String) throws(OutputFailure) {
    if mkdir(path, 0o777) == 0 || errno == EEXIST || path.isEmpty { return }
    guard errno == ENOENT else { throw failure("make the folder", path) }
    try makeFolders(RelativePath.folder(of: path))
    try makeFolder(path)
  }

  static func write(_ bytes: UnsafeBufferPointer<UInt8>, to path: String) throws(OutputFailure) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw failure("write", path) }
    let isWhole = writeAll(bytes, to: file)
    guard close(file) == 0, isWhole else { throw failure("write", path) }
  }

  /// False when the disk refused; `errno` says why.
  static func writeAll(_ bytes: UnsafeBufferPointer<UInt8>, to file: CInt) -> Bool {
    var written = 0
    while written < bytes.count, let base = bytes.baseAddress {
      let count = systemWrite(file, base + written, bytes.count - written)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return false }
      written += count
    }
    return true
  }

  /// Swaps two folders in one step, so that neither name is ever without one.
  static func exchange(_ one: String, _ other: String) throws(OutputFailure) {
    #if os(Linux)
      if renameat2(AT_FDCWD, one, AT_FDCWD, other, TECHDOCS_RENAME_EXCHANGE) == 0 { return }
    #else
      if renamex_np(one, other, UInt32(RENAME_SWAP)) == 0 { return }
    #endif
    // A file system that cannot swap: the name is free between these two calls, but never holds a mix.
    let aside = one + "-old"
    guard rename(other, aside) == 0, rename(one, other) == 0, rename(aside, one) == 0 else {
      throw failure("swap the new site in at", other)
    }
  }
}

/// `write(2)` under a name that `Files.write` does not hide.
private func systemWrite(_ file: CInt, _ buffer: UnsafePointer<UInt8>, _ count: Int) -> Int {
  write(file, buffer, count)
}
