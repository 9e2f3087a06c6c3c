/// What a reader's program asks for.
struct Request: Sendable {
  let method: String
  /// As it was sent, percent-encoded.
  let path: String
  /// What follows the first `?`; empty where there is none.
  let query: String
  let headers: Headers
  /// Whether the connection may stay open for another request.
  let keepsAlive: Bool

  init(_ method: String, _ target: String, headers: Headers, keepsAlive: Bool = true) {
    self.method = method
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    path = parts.first.map(String.init) ?? ""
    query = parts.count > 1 ? String(parts[1]) : ""
    self.headers = headers
    self.keepsAlive = keepsAlive
  }
}

/// Why a head is not answered with what it asks for.
enum HeadFault: Error {
  case malformed, tooLarge, tooSlow, unknownVersion

  var response: Response {
    switch self {
    case .malformed: .refusal(.badRequest, "This is no request.")
    case .tooLarge: .refusal(.headTooLarge, "A request's head may have \(RequestHead.limit) bytes here.")
    case .tooSlow: .refusal(.requestTimeout, "The request took too long to come.")
    case .unknownVersion: .refusal(.versionNotSupported, "This preview speaks HTTP/1.1.")
    }
  }
}
