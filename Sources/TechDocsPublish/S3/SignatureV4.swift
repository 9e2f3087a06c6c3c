internal import TechDocsModel

/// What a signature is made with.
package struct Credentials: Sendable, Hashable, CustomStringConvertible {
  package let accessKey: String
  package let secretKey: String
  /// Of temporary credentials.
  package let sessionToken: String?
  /// When temporary credentials end; nil for those that stay.
  package let expires: Timestamp?

  package init(accessKey: String, secretKey: String, sessionToken: String? = nil, expires: Timestamp? = nil) {
    self.accessKey = accessKey
    self.secretKey = secretKey
    self.sessionToken = sessionToken
    self.expires = expires
  }

  /// Names the key and nothing that opens a door.
  package var description: String { "credentials of key '\(accessKey.prefix(4))…'" }
}

/// Signs requests as Amazon's services want it.
///
/// Source: AWS Signature Version 4, authorization by header, one chunk.
package struct SignatureV4: Sendable {
  package let credentials: Credentials
  package let region: String
  package var service = "s3"

  package init(_ credentials: Credentials, region: String, service: String = "s3") {
    self.credentials = credentials
    self.region = region
    self.service = service
  }

  /// The fields that a request needs beside its own: date, payload digest, token, authorization.
  ///
  /// - Parameters:
  ///   - method: `GET`, say.
  ///   - path: Percent-encoded, as it goes over the wire.
  ///   - query: Names and values, not yet encoded.
  ///   - headers: Those to be signed; `Host` must be among them.
  ///   - payload: The SHA-256 of the body in hexadecimal digits.
  ///   - time: When the request is sent, by the server's clock.
  /// - Returns: Fields to be sent beside `headers`.
  package func fields(
    method: String, path: String, query: [(String, String)], headers: [HTTPHeader], payload: String, at time: Timestamp
  ) -> [HTTPHeader] {
    var added = [HTTPHeader("x-amz-content-sha256", payload), HTTPHeader("x-amz-date", time.basic)]
    if let token = credentials.sessionToken { added.append(HTTPHeader("x-amz-security-token", token)) }
    let signed = (headers + added).map { ($0.name.lowercased(), Self.trimmed($0.value)) }
      .sorted { $0.0.isBefore($1.0) }
    let names = signed.map(\.0).joined(separator: ";")
    let request = [
      method, path, Self.canonical(query), signed.map { "\($0.0):\($0.1)\n" }.joined(), names, payload,
    ].joined(separator: "\n")
    let scope = "\(time.basic.prefix(8))/\(region)/\(service)/aws4_request"
    let digest = Checksums.hex(Checksums.sha256(Array(request.utf8)))
    let signature = signature(of: "AWS4-HMAC-SHA256\n\(time.basic)\n\(scope)\n\(digest)", day: time.basic.prefix(8))
    added.append(
      HTTPHeader(
        "Authorization",
        "AWS4-HMAC-SHA256 Credential=\(credentials.accessKey)/\(scope), SignedHeaders=\(names), Signature=\(signature)")
    )
    return added
  }

  private func signature(of text: String, day: Substring) -> String {
    let steps = [String(day), region, service, "aws4_request"]
    let key = steps.reduce(Array("AWS4\(credentials.secretKey)".utf8)) { Checksums.hmacSHA256(key: $0, $1) }
    return Checksums.hex(Checksums.hmacSHA256(key: key, text))
  }

  /// The query in the order and spelling that is signed, which is also how it is sent.
  package static func canonical(_ query: [(String, String)]) -> String {
    query.map { (encoded($0.0), encoded($0.1)) }
      .sorted { $0.0 == $1.0 ? $0.1.isBefore($1.1) : $0.0.isBefore($1.0) }
      .map { "\($0.0)=\($0.1)" }.joined(separator: "&")
  }

  /// Everything but RFC 3986's unreserved characters as `%XX`, once; slashes too unless they part a path.
  package static func encoded(_ text: String, keepsSlashes: Bool = false) -> String {
    var encoded: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        encoded.append(byte)
      case UInt8(ascii: "/") where keepsSlashes: encoded.append(byte)
      default: encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  private static func trimmed(_ value: String) -> String { value.split(separator: " ").joined(separator: " ") }
}
