import CDeflate

/// Compression in zlib's format (RFC 1950), which browsers undo by themselves and whose checksum shows damage.
///
/// One value per worker: it keeps its tables.
struct Deflater: ~Copyable {
  private let compressor: OpaquePointer?

  /// Level 1 to 12.
  init(level: Int) { compressor = libdeflate_alloc_compressor(CInt(level)) }

  deinit { compressor.map { libdeflate_free_compressor($0) } }

  borrowing func compressed(_ bytes: [UInt8]) -> [UInt8] {
    guard let compressor else { return [] }
    let bound = libdeflate_zlib_compress_bound(compressor, bytes.count)
    // Into an array no larger than the result, for files are held for a while.
    return withUnsafeTemporaryAllocation(byteCount: bound, alignment: 1) { out in
      let count = bytes.withUnsafeBytes {
        libdeflate_zlib_compress(compressor, $0.baseAddress, $0.count, out.baseAddress, bound)
      }
      return Array(out[..<count])
    }
  }
}

/// The other way.
enum Inflater {
  /// No file of an index is larger when unpacked.
  static let limit = 1 << 24

  /// Throws for what is damaged, or larger than any file of an index.
  static func inflated(_ bytes: [UInt8]) throws(IndexFault) -> [UInt8] {
    guard let decompressor = libdeflate_alloc_decompressor() else { throw IndexFault() }
    defer { libdeflate_free_decompressor(decompressor) }
    var capacity = max(1024, bytes.count * 6)
    while capacity <= limit {
      var result = LIBDEFLATE_SUCCESS
      let text = [UInt8](unsafeUninitializedCapacity: capacity) { out, count in
        result = bytes.withUnsafeBytes {
          libdeflate_zlib_decompress(decompressor, $0.baseAddress, $0.count, out.baseAddress, capacity, &count)
        }
        if result != LIBDEFLATE_SUCCESS { count = 0 }
      }
      if result == LIBDEFLATE_SUCCESS { return text }
      guard result == LIBDEFLATE_INSUFFICIENT_SPACE else { throw IndexFault() }
      capacity *= 4
    }
    throw IndexFault()
  }
}
