internal import CDeflate
internal import TechDocsModel

/// Objects that are stored compressed, so that a host without compression of its own sends less.
enum Compression {
  /// Less than this gains nothing that a reader would notice.
  private static let smallest = 512
  private static let level: CInt = 9

  /// Whether a file is worth a try: text by its type, neither tiny nor so large that it travels in parts.
  static func suits(_ file: LocalFile) -> Bool {
    let type = MediaType.of(file.path)
    return (smallest...S3Publisher.largestWhole).contains(file.size)
      && (type.hasSuffix("charset=utf-8") || type == "application/wasm")
  }

  /// The bytes as gzip, the same for the same bytes: no name, no time. Nil unless they shrink by a tenth at least.
  static func gzip(_ bytes: [UInt8]) -> [UInt8]? {
    guard let compressor = libdeflate_alloc_compressor(level) else { return nil }
    defer { libdeflate_free_compressor(compressor) }
    let most = bytes.count - bytes.count / 10
    let packed = [UInt8](unsafeUninitializedCapacity: most) { out, count in
      count = bytes.withUnsafeBytes {
        libdeflate_gzip_compress(compressor, $0.baseAddress, $0.count, out.baseAddress, most)
      }
    }
    return packed.isEmpty ? nil : packed
  }
}
