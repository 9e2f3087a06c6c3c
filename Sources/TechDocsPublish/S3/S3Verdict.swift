/// What an answer means for the operation that it answers.
enum S3Verdict {
  case done
  /// Try again: the store or the network had a bad moment. `isOverload` slows all operations down.
  case again(reason: String, isOverload: Bool = false, after: Int? = nil)
  /// Sign anew with the store's clock, so many seconds ahead of ours.
  case clock(skew: Int)
  /// Sign anew with fresh credentials.
  case expired
  /// Sign anew for this region.
  case region(String)
  case failure(PublishFailure)

  /// Judges an answer. `md5` is that of the body sent, in hexadecimal digits.
  static func judging(_ response: HTTPResponse, to operation: S3Operation, md5: String, now: Timestamp) -> S3Verdict {
    if operation.tolerates.contains(response.status) { return .done }
    if (200..<300).contains(response.status) { return judgingContent(of: response, operation, md5) }
    let error = S3Error(response)
    let reason = "\(response.status) \(error.code)"
    if isTransient(response.status) || transientCodes.contains(error.code) {
      let isOverload = response.status == 503 || response.status == 429 || error.code == "SlowDown"
      return .again(reason: reason, isOverload: isOverload, after: response["retry-after"].flatMap { Int($0) })
    }
    switch error.code {
    case "RequestTimeTooSkewed", "RequestExpired": return skew(response, now: now, reason)
    case "ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired": return .expired
    default: break
    }
    if let region = error.region,
      ["AuthorizationHeaderMalformed", "PermanentRedirect"].contains(error.code)
        || [301, 307, 400].contains(response.status)
    {
      return .region(region)
    }
    return .failure(refusal(operation, response.status, error))
  }

  private static func judgingContent(of response: HTTPResponse, _ operation: S3Operation, _ md5: String) -> S3Verdict {
    // What is read here is a list or JSON of ours, so an error document is never content.
    if S3Error.isError(response.body) {
      return .again(reason: "200 with the error \(S3Error(response).code)")
    }
    switch operation.expects {
    case .anything: return .done
    case .object: return response["etag"] == nil ? .again(reason: "200 without an ETag") : .done
    case .xml:
      return XMLElements.elements(in: response.body) == nil ? .again(reason: "200 with broken XML") : .done
    case .json:
      return response.body.first == UInt8(ascii: "<") ? .again(reason: "200 with markup for JSON") : .done
    case .etagOfBody:
      guard let field = response["etag"] else { return .again(reason: "200 without an ETag") }
      let etag = unquoted(field), encryption = response["x-amz-server-side-encryption"] ?? ""
      // With keys of a key service the ETag is no MD5, though it looks like one.
      guard isMD5(etag), !encryption.hasPrefix("aws:"), etag.lowercased() != md5 else { return .done }
      return .again(reason: "200 with another checksum")
    }
  }

  /// The server's `Date` says how wrong our clock is; a server whose clock agrees with ours had only a bad moment.
  private static func skew(_ response: HTTPResponse, now: Timestamp, _ reason: String) -> S3Verdict {
    guard let date = response["date"].flatMap(Timestamp.init), abs(date.seconds - now.seconds) > 60 else {
      return .again(reason: reason)
    }
    return .clock(skew: date.seconds - now.seconds)
  }

  static func unquoted(_ etag: String) -> String { etag.filter { $0 != "\"" } }

  static func isMD5(_ etag: String) -> Bool { etag.utf8.count == 32 && etag.allSatisfy(\.isHexDigit) }

  private static func isTransient(_ status: Int) -> Bool { [408, 429, 500, 502, 503, 504].contains(status) }

  private static let transientCodes: Set<String> = [
    "SlowDown", "InternalError", "ServiceUnavailable", "RequestTimeout", "BadDigest", "OperationAborted",
    "IncompleteBody",
  ]

  private static func refusal(_ operation: S3Operation, _ status: Int, _ error: S3Error) -> PublishFailure {
    let detail = [error.code, error.message].filter { !$0.isEmpty }.joined(separator: ": ")
    let request = error.requestID.isEmpty ? "" : ", request \(error.requestID)"
    let help: String? =
      switch error.code {
      case "NoSuchBucket": "make the bucket first, or check its name and --endpoint-url"
      case "SignatureDoesNotMatch", "InvalidAccessKeyId": "check the access key, its secret, and --region"
      case _ where status == 403:
        "use credentials that may list the bucket, and get, put and delete objects in it"
      case _ where status == 404: "check the bucket's name and --endpoint-url"
      default: nil
      }
    return PublishFailure("The store refused \(operation.name): \(status) \(detail)\(request)", help: help)
  }
}
