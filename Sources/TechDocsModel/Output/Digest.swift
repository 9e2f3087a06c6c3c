import CXXHash

/// A fingerprint of content: 128 bits of XXH3, for change detection and file names, not for security.
package struct Digest: Hashable, Sendable, CustomStringConvertible {
  private let high: UInt64
  private let low: UInt64

  package init(of bytes: UnsafeBufferPointer<UInt8>) {
    let hash = XXH3_128bits(bytes.baseAddress, bytes.count)
    (high, low) = (hash.high64, hash.low64)
  }

  package init(of bytes: [UInt8]) {
    self = bytes.withUnsafeBufferPointer { Digest(of: $0) }
  }

  /// 32 lower-case hexadecimal digits.
  package var description: String { Self.hex(high) + Self.hex(low) }

  /// The first 8 digits, as stands in `app.1a2b3c4d.css`.
  package var short: String { String(Self.hex(high).prefix(8)) }

  private static func hex(_ word: UInt64) -> String {
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
