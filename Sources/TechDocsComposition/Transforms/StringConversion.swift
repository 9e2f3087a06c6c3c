import CNettle

/// `string` transforms of type Convert.
enum StringConversion {
  static func convert(_ input: FieldNode, to kind: String) throws(CompositionError) -> FieldNode {
    let text = { GoFormat.formatted("%v", [input]) }
    // Digests are taken of texts as they are, and of anything else as JSON.
    let bytes = { Array((input.string ?? GoText.json(input)).utf8) }
    switch kind {
    case "ToUpper": return FieldNode(.string(GoText.mapped(text(), upper: true)))
    case "ToLower": return FieldNode(.string(GoText.mapped(text(), upper: false)))
    case "ToJson": return FieldNode(.string(GoText.json(input)))
    case "ToBase64": return FieldNode(.string(Base64.encoded(Array(text().utf8))))
    case "FromBase64": return FieldNode(.string(try Base64.decoded(text())))
    case "ToSha1": return FieldNode(.string(sha1(bytes())))
    case "ToSha256": return FieldNode(.string(sha256(bytes())))
    case "ToSha512": return FieldNode(.string(sha512(bytes())))
    case "ToAdler32": return FieldNode(.string(String(adler32(bytes()))))
    default: throw CompositionError("type \(kind) is not supported for string convert")
    }
  }

  private static func sha1(_ bytes: [UInt8]) -> String {
    var state = sha1_ctx(), digest = [UInt8](repeating: 0, count: Int(SHA1_DIGEST_SIZE))
    nettle_sha1_init(&state)
    nettle_sha1_update(&state, bytes.count, bytes)
    nettle_sha1_digest(&state, digest.count, &digest)
    return hex(digest)
  }

  private static func sha256(_ bytes: [UInt8]) -> String {
    var state = sha256_ctx(), digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    nettle_sha256_init(&state)
    nettle_sha256_update(&state, bytes.count, bytes)
    nettle_sha256_digest(&state, digest.count, &digest)
    return hex(digest)
  }

  private static func sha512(_ bytes: [UInt8]) -> String {
    var state = sha512_ctx(), digest = [UInt8](repeating: 0, count: Int(SHA512_DIGEST_SIZE))
    nettle_sha512_init(&state)
    nettle_sha512_update(&state, bytes.count, bytes)
    nettle_sha512_digest(&state, digest.count, &digest)
    return hex(digest)
  }

  private static func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// The checksum of zlib (RFC 1950).
  private static func adler32(_ bytes: [UInt8]) -> UInt32 {
    var low: UInt32 = 1, high: UInt32 = 0
    for byte in bytes {
      low = (low + UInt32(byte)) % 65_521
      high = (high + low) % 65_521
    }
    return high << 16 | low
  }
}
