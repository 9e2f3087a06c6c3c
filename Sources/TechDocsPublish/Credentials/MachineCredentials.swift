internal import Foundation

/// Credentials that the machine hands out: to a container (ECS, EKS) or to an instance (EC2, version 2 only).
///
/// Short time-outs: elsewhere these addresses answer nothing, and nobody shall wait for that.
struct MachineCredentials {
  private let environment: [String: String]

  init(_ environment: [String: String]) { self.environment = environment }

  func credentials() throws(PublishFailure) -> Credentials? {
    if let url = try containerURL() { return try container(url) }
    guard environment["AWS_EC2_METADATA_DISABLED"]?.lowercased() != "true" else { return nil }
    return instance()
  }

  /// Source: AWS SDKs reference, "Container credential provider": https, or a loopback or link-local address.
  private func containerURL() throws(PublishFailure) -> String? {
    if let path = environment["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"] { return "http://169.254.170.2\(path)" }
    guard let url = environment["AWS_CONTAINER_CREDENTIALS_FULL_URI"] else { return nil }
    let host = S3Address.host(of: url)
    let isInside = S3Address.isLoopback(host) || ["169.254.170.2", "169.254.170.23", "fd00:ec2::23"].contains(host)
    guard url.hasPrefix("https://") || isInside else {
      throw PublishFailure(
        "AWS_CONTAINER_CREDENTIALS_FULL_URI names '\(host)', which is neither encrypted nor inside this machine",
        kind: .usage)
    }
    return url
  }

  private func container(_ url: String) throws(PublishFailure) -> Credentials {
    var headers: [HTTPHeader] = []
    let file = environment["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"].flatMap(FileReader.bytesFollowingLinks)
    let token =
      file.map { String(decoding: $0, as: UTF8.self).trimmed } ?? environment["AWS_CONTAINER_AUTHORIZATION_TOKEN"]
    if let token { headers.append(HTTPHeader("Authorization", token)) }
    let request = HTTPRequest(url: url, headers: headers, timeout: 2, mayUseProxy: false)
    guard let response = HTTPFetch.answer(to: request, tries: 3), response.status == 200,
      let found = Self.credentials(response.body)
    else { throw PublishFailure("The container's credentials endpoint gave no credentials") }
    return found
  }

  private func instance() -> Credentials? {
    let base = environment["AWS_EC2_METADATA_SERVICE_ENDPOINT"] ?? "http://169.254.169.254"
    func ask(_ method: String, _ path: String, _ header: HTTPHeader) -> HTTPResponse? {
      let request = HTTPRequest(
        method: method, url: "\(base)/latest/\(path)", headers: [header], timeout: 1, mayUseProxy: false)
      return HTTPFetch.answer(to: request, tries: 1).flatMap { $0.status == 200 ? $0 : nil }
    }
    let lifetime = HTTPHeader("X-aws-ec2-metadata-token-ttl-seconds", "300")
    guard let token = ask("PUT", "api/token", lifetime) else { return nil }
    let header = HTTPHeader("X-aws-ec2-metadata-token", token.text)
    let path = "meta-data/iam/security-credentials/"
    guard let role = ask("GET", path, header)?.text.split(whereSeparator: \.isNewline).first else { return nil }
    return ask("GET", path + role, header).flatMap { Self.credentials($0.body) }
  }

  private struct Answer: Decodable {
    enum CodingKeys: String, CodingKey {
      case key = "AccessKeyId"
      case secret = "SecretAccessKey"
      case token = "Token"
      case expiration = "Expiration"
    }

    let key: String
    let secret: String
    let token: String?
    let expiration: String?
  }

  static func credentials(_ body: [UInt8]) -> Credentials? {
    guard let read = try? JSONDecoder().decode(Answer.self, from: Data(body)) else { return nil }
    return Credentials(
      accessKey: read.key, secretKey: read.secret, sessionToken: read.token,
      expires: read.expiration.flatMap(Timestamp.init))
  }
}
