#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import TechDocsModel

extension Files {
  /// Whether a file is there and holds exactly these bytes. The size is compared first.
  static func hasSameBytes(_ path: String, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return false }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, Int(status.st_size) == bytes.count else { return false }
    guard let wanted = bytes.baseAddress, bytes.count > 0 else { return true }
    guard let mapped = mmap(nil, bytes.count, PROT_READ, MAP_PRIVATE, file, 0), mapped != MAP_FAILED else {
      return false
    }
    defer { munmap(mapped, bytes.count) }
    return memcmp(mapped, wanted, bytes.count) == 0
  }

  /// Copies a file, or links to the old one where that holds the same bytes. Never holds a whole file in memory.
  static func copy(
    _ source: String, to path: String, unlessSameAs old: String
  ) throws(OutputFailure) -> (digest: Digest, size: Int) {
    let file = open(source, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { throw failure("read", source) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & mode_t(S_IFMT) == mode_t(S_IFREG) else {
      throw failure("read", source)
    }
    let size = Int(status.st_size)
    guard size > 0 else {
      try write(UnsafeBufferPointer(start: nil, count: 0), to: path)
      return (Digest(of: []), 0)
    }
    guard let mapped = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), mapped != MAP_FAILED else {
      throw failure("read", source)
    }
    defer { munmap(mapped, size) }
    let bytes = UnsafeBufferPointer(start: mapped.assumingMemoryBound(to: UInt8.self), count: size)
    if !(hasSameBytes(old, bytes) && link(old, path) == 0) { try write(bytes, to: path) }
    return (Digest(of: bytes), size)
  }
}
