internal import CNettle

/// Digests that stores and signatures ask for, by the system's nettle.
package enum Checksums {
  package static func sha256(_ bytes: [UInt8]) -> [UInt8] {
    var state = sha256_ctx(), digest = [UInt8](repeating: 0, count: 32)
    nettle_sha256_init(&state)
    nettle_sha256_update(&state, bytes.count, bytes)
    nettle_sha256_digest(&state, digest.count, &digest)
    return digest
  }

  /// For `Content-MD5` and for comparing ETags, never for security.
  package static func md5(_ bytes: [UInt8]) -> [UInt8] {
    var state = md5_ctx(), digest = [UInt8](repeating: 0, count: 16)
    nettle_md5_init(&state)
    nettle_md5_update(&state, bytes.count, bytes)
    nettle_md5_digest(&state, digest.count, &digest)
    return digest
  }

  package static func hmacSHA256(key: [UInt8], _ message: String) -> [UInt8] {
    var state = hmac_sha256_ctx(), code = [UInt8](repeating: 0, count: 32)
    let message = Array(message.utf8)
    nettle_hmac_sha256_set_key(&state, key.count, key)
    nettle_hmac_sha256_update(&state, message.count, message)
    nettle_hmac_sha256_digest(&state, code.count, &code)
    return code
  }

  /// Lower-case hexadecimal digits.
  package static func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// Base64 with padding (RFC 4648, section 4).
  package static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let word = group.enumerated().reduce(0) { $0 | Int($1.element) << (16 - 8 * $1.offset) }
      for place in 0..<4 {
        text.append(place <= group.count ? alphabet[word >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
