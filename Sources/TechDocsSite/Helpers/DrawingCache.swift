#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
package import TechDocsModel

/// Drawings on disk, by the digest of what they were made from. Anything that goes wrong with a file means "not known".
package struct DrawingCache: Sendable {
  let folder: String

  /// `$XDG_CACHE_HOME/techdocs/drawings`, or the same below `~/.cache`; nil where the user has no home.
  package static var standardFolder: String? {
    func value(_ name: String) -> String? {
      getenv(name).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    let base = value("XDG_CACHE_HOME") ?? value("HOME").map { "\($0)/.cache" }
    return base.map { "\($0)/techdocs/drawings" }
  }

  func read(_ digest: Digest) -> [UInt8]? {
    guard let file = fopen("\(folder)/\(digest)", "rb") else { return nil }
    defer { fclose(file) }
    guard fseek(file, 0, SEEK_END) == 0, case let size = ftell(file), size > 0, size < 20_000_000 else { return nil }
    rewind(file)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = fread(buffer.baseAddress, 1, size, file)
    }
    return bytes.count == size ? bytes : nil
  }

  /// Written beside and renamed, so that no reader sees half a file.
  func write(_ bytes: [UInt8], for digest: Digest) {
    var made = ""
    for part in folder.split(separator: "/") {
      made += "/\(part)"
      mkdir(made, 0o755)
    }
    let part = "\(folder)/\(digest).\(getpid())"
    guard let file = fopen(part, "wb") else { return }
    let isWhole = fwrite(bytes, 1, bytes.count, file) == bytes.count
    if fclose(file) != 0 || !isWhole || rename(part, "\(folder)/\(digest)") != 0 { unlink(part) }
  }
}
