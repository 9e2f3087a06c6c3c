internal import TechDocsModel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reading of files and folders, without following a link.
enum FileReader {
  enum Kind { case file, folder, other }

  static func kind(of path: String) -> Kind {
    var status = stat()
    guard lstat(path, &status) == 0 else { return .other }
    switch status.st_mode & mode_t(S_IFMT) {
    case mode_t(S_IFREG): return .file
    case mode_t(S_IFDIR): return .folder
    default: return .other
    }
  }

  /// Whether a path leads to a folder, through links too: a site's folder may be one.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & mode_t(S_IFMT) == mode_t(S_IFDIR)
  }

  static func names(in folder: String) throws(PublishFailure) -> [String] {
    guard let stream = opendir(folder) else {
      throw PublishFailure("Cannot list '\(folder)': \(String(cString: strerror(errno)))")
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// The bytes of a file, or of a part of it; nil when it cannot be read or ends too soon.
  static func bytes(_ path: String, from offset: Int = 0, count: Int? = nil) -> [UInt8]? {
    bytes(path, flags: O_NOFOLLOW, from: offset, count: count)
  }

  /// The bytes of a file of the person who publishes, links included: configuration and tokens are often linked.
  static func bytesFollowingLinks(_ path: String) -> [UInt8]? { bytes(path, flags: 0, from: 0, count: nil) }

  private static func bytes(_ path: String, flags: CInt, from offset: Int, count: Int?) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC | flags)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { return nil }
    let wanted = count ?? Int(status.st_size)
    var isWhole = true
    let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, initialized in
      while initialized < wanted, let base = buffer.baseAddress {
        let read = pread(file, base + initialized, wanted - initialized, off_t(offset + initialized))
        if read < 0 && errno == EINTR { continue }
        guard read > 0 else {
          isWhole = false
          return
        }
        initialized += read
      }
    }
    return isWhole ? bytes : nil
  }

  /// The digest and size of a file, which is mapped rather than read.
  static func digest(_ path: String) -> (digest: Digest, size: Int)? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { return nil }
    let size = Int(status.st_size)
    guard size > 0 else { return (Digest(of: []), 0) }
    guard let mapped = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), mapped != MAP_FAILED else { return nil }
    defer { munmap(mapped, size) }
    return (Digest(of: UnsafeBufferPointer(start: mapped.assumingMemoryBound(to: UInt8.self), count: size)), size)
  }
}
