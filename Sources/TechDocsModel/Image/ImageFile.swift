#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension TreeFile {
  /// Whether the name is that of a picture whose size can be read.
  package var isImage: Bool {
    ["png", "jpg", "jpeg", "gif", "webp", "svg"].contains(RelativePath.fileExtension(of: path.path).lowercased())
  }

  /// The size of a picture, from its header; nil for what is none, and in a literal tree.
  package var imageSize: ImageSize? {
    guard let location else { return nil }
    let file = open(location, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    return ImageSize { offset, count in
      [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
        filled = max(0, pread(file, buffer.baseAddress, count, off_t(offset)))
      }
    }
  }
}
