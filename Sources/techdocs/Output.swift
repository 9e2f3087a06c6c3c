#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The two streams of a command: results on standard output, findings and progress on standard error.
enum Output {
  static func write(_ text: String) { put(text, to: STDOUT_FILENO) }
  static func note(_ text: String) { put(text, to: STDERR_FILENO) }

  /// A reader that went away ends the writing, not the command.
  private static func put(_ text: String, to descriptor: CInt) {
    var text = text
    text.withUTF8 { bytes in
      var written = 0
      while written < bytes.count, let base = bytes.baseAddress {
        let count = systemWrite(descriptor, base + written, bytes.count - written)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return }
        written += count
      }
    }
  }
}

private func systemWrite(_ file: CInt, _ buffer: UnsafePointer<UInt8>, _ count: Int) -> Int {
  write(file, buffer, count)
}
