internal import TechDocsModel

/// Where a bucket answers: endpoint, region, style of address, prefix of our keys.
package struct S3Address: Sendable, Hashable {
  package let bucket: String
  /// Without slashes at its ends; empty for the bucket's root.
  package let prefix: String
  /// `https://host[:port]`, without a slash at the end.
  package private(set) var endpoint: String
  package private(set) var region: String
  private let isAmazonsOwn: Bool
  /// Whether Amazon answers there, by its address.
  let isAmazon: Bool
  /// Whether the bucket is a path component (`host/bucket/key`) rather than a part of the host name.
  package let isPathStyle: Bool

  /// Where `s3://bucket/prefix` lies; `endpoint` is nil for Amazon's own.
  package init(
    _ location: String, endpoint: String?, region: String, isPathStyle: Bool?, allowsPlainHTTP: Bool
  ) throws(PublishFailure) {
    let parts = location.dropFirst("s3://".count).split(separator: "/", omittingEmptySubsequences: true)
    guard location.hasPrefix("s3://"), !location.hasPrefix("s3:///"), let bucket = parts.first.map(String.init),
      Self.isBucket(bucket)
    else {
      throw PublishFailure(
        "'\(location)' names no bucket", help: "write 's3://bucket' or 's3://bucket/prefix'", kind: .usage)
    }
    guard !parts.contains(where: { $0 == "." || $0 == ".." }) else {
      throw PublishFailure("The prefix of '\(location)' holds '.' or '..'", kind: .usage)
    }
    self.bucket = bucket
    self.region = region
    isAmazonsOwn = endpoint == nil
    prefix = parts.dropFirst().joined(separator: "/")
    var endpoint = endpoint ?? Self.amazon(region)
    if !endpoint.contains("://") { endpoint = "https://" + endpoint }
    while endpoint.hasSuffix("/") { endpoint.removeLast() }
    try Self.check(endpoint, allowsPlainHTTP: allowsPlainHTTP)
    self.endpoint = endpoint
    let host = Self.host(of: endpoint)
    isAmazon = host.hasSuffix(".amazonaws.com") || host.hasSuffix(".amazonaws.com.cn")
    // A certificate for '*.s3.…' does not cover a bucket with dots in its name.
    self.isPathStyle = isPathStyle ?? (!isAmazon || bucket.contains("."))
  }

  /// The bucket turned out to lie in another region.
  mutating func move(to region: String) {
    self.region = region
    if isAmazonsOwn { endpoint = Self.amazon(region) }
  }

  private static func amazon(_ region: String) -> String {
    "https://s3.\(region).amazonaws.com" + (region.hasPrefix("cn-") ? ".cn" : "")
  }

  /// Source: S3 bucket naming rules; upper case and underscores are let through for old buckets and other servers.
  private static func isBucket(_ name: String) -> Bool {
    (1...255).contains(name.utf8.count)
      && name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
          true
        default: false
        }
      }
  }

  /// Credentials and pages travel in the clear over plain HTTP, so only inside the machine unless asked for.
  private static func check(_ endpoint: String, allowsPlainHTTP: Bool) throws(PublishFailure) {
    let (scheme, host) = (endpoint.split(separator: ":").first.map(String.init) ?? "", host(of: endpoint))
    guard scheme == "https" || scheme == "http", !host.isEmpty, !endpoint.contains("?"), !endpoint.contains("@") else {
      throw PublishFailure(
        "'\(endpoint)' is no endpoint", help: "write it as in '--endpoint-url https://s3.example.com'", kind: .usage)
    }
    guard scheme == "https" || allowsPlainHTTP || isLoopback(host) else {
      throw PublishFailure(
        "Endpoint '\(endpoint)' is not encrypted", help: "use https, or pass --allow-http inside a network you trust",
        kind: .usage)
    }
  }

  static func isLoopback(_ host: String) -> Bool {
    host == "localhost" || host == "::1" || host.hasSuffix(".localhost")
      || host.hasPrefix("127.") && host.allSatisfy { $0.isNumber || $0 == "." }
  }

  /// The host of a URL without port and brackets.
  static func host(of url: String) -> String {
    guard let mark = url.firstRange(of: "://") else { return "" }
    let authority = url[mark.upperBound...].prefix { $0 != "/" }
    if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
      return String(authority[authority.index(after: authority.startIndex)..<end])
    }
    return String(authority.prefix { $0 != ":" })
  }

  /// The key of a file of the site.
  package func key(_ path: String) -> String { RelativePath.joining(prefix, path) }

  /// The site's path of a key; nil for what lies outside the prefix.
  package func path(_ key: String) -> String? { RelativePath.tail(of: key, below: prefix) }

  /// The host with its port, and the encoded path, of a key (empty for the bucket itself).
  func target(_ key: String) -> (scheme: String, host: String, path: String) {
    guard let mark = endpoint.firstRange(of: "://") else { return ("https", endpoint, "/") }
    let (scheme, rest) = (String(endpoint[..<mark.lowerBound]), endpoint[mark.upperBound...])
    let host = String(rest.prefix { $0 != "/" }), base = String(rest.drop { $0 != "/" })
    let encoded = SignatureV4.encoded(key, keepsSlashes: true)
    if isPathStyle { return (scheme, host, "\(base)/\(bucket)" + (key.isEmpty ? "" : "/\(encoded)")) }
    return (scheme, "\(bucket).\(host)", "\(base)/\(encoded)")
  }
}
