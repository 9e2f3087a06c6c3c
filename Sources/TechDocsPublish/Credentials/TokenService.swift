#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Amazon's security token service and those that speak like it: temporary credentials for a role.
struct TokenService {
  private let endpoint: String
  private let region: String
  private let proxy: String?

  init(_ settings: CloudSettings, region: String) {
    self.region = region
    proxy = settings.proxy
    endpoint =
      settings.environment["AWS_ENDPOINT_URL_STS"]
      ?? "https://sts.\(region).amazonaws.com" + (region.hasPrefix("cn-") ? ".cn" : "")
  }

  /// For a token that CI's identity provider has signed, which lies in a file.
  func assume(_ role: String, withTokenIn file: String, session: String) throws(PublishFailure) -> Credentials {
    guard let bytes = FileReader.bytesFollowingLinks(file), !bytes.isEmpty else {
      throw PublishFailure("Cannot read the web identity token in '\(file)'", kind: .usage)
    }
    let token = String(decoding: bytes, as: UTF8.self).trimmed
    return try ask([
      ("Action", "AssumeRoleWithWebIdentity"), ("Version", "2011-06-15"), ("RoleArn", role),
      ("RoleSessionName", session), ("WebIdentityToken", token),
    ])
  }

  func assume(
    _ role: String, as credentials: Credentials, session: String = "techdocs", externalID: String? = nil
  ) throws(PublishFailure) -> Credentials {
    let fields = [
      ("Action", "AssumeRole"), ("Version", "2011-06-15"), ("RoleArn", role), ("RoleSessionName", session),
    ]
    return try ask(fields + (externalID.map { [("ExternalId", $0)] } ?? []), signedBy: credentials)
  }

  private func ask(_ fields: [(String, String)], signedBy credentials: Credentials? = nil) throws(PublishFailure)
    -> Credentials
  {
    let body = Array(SignatureV4.canonical(fields).utf8)
    var headers = [HTTPHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")]
    if let credentials {
      let authority = endpoint.firstRange(of: "://").map { endpoint[$0.upperBound...].prefix { $0 != "/" } } ?? ""
      headers += SignatureV4(credentials, region: region, service: "sts").fields(
        method: "POST", path: "/", query: [], headers: headers + [HTTPHeader("Host", String(authority))],
        payload: Checksums.hex(Checksums.sha256(body)), at: Timestamp(seconds: Int(time(nil))))
    }
    var request = HTTPRequest(method: "POST", url: endpoint + "/", headers: headers, body: body, timeout: 10)
    request.proxy = proxy
    guard let response = HTTPFetch.answer(to: request, tries: 3) else {
      throw PublishFailure("The token service '\(endpoint)' does not answer")
    }
    guard response.status == 200, let found = Self.credentials(response.body) else {
      let error = XMLElements.elements(in: response.body) ?? []
      let code = error.first { $0.path.hasSuffix("Error/Code") }?.text ?? "\(response.status)"
      let message = error.first { $0.path.hasSuffix("Error/Message") }?.text ?? "no credentials in the answer"
      throw PublishFailure("The token service refused the role: \(code): \(message)")
    }
    return found
  }

  static func credentials(_ body: [UInt8]) -> Credentials? {
    let elements = XMLElements.elements(in: body) ?? []
    func text(_ name: String) -> String? { elements.first { $0.path.hasSuffix("Credentials/\(name)") }?.text }
    guard let key = text("AccessKeyId"), let secret = text("SecretAccessKey") else { return nil }
    return Credentials(
      accessKey: key, secretKey: secret, sessionToken: text("SessionToken"),
      expires: text("Expiration").flatMap(Timestamp.init))
  }
}
