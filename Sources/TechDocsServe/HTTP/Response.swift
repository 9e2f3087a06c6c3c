/// What a request is answered with.
struct Response: Sendable {
  enum Status: Int, Sendable {
    case ok = 200
    case partialContent = 206
    case found = 302
    case notModified = 304
    case badRequest = 400
    case forbidden = 403
    case notFound = 404
    case methodNotAllowed = 405
    case requestTimeout = 408
    case rangeNotSatisfiable = 416
    case headTooLarge = 431
    case versionNotSupported = 505
  }

  enum Body: Sendable {
    case bytes([UInt8])
    /// A range of bytes of a file on disk.
    case file(String, Range<Int>)
    /// Whatever comes, until it ends or the reader leaves.
    case stream(AsyncStream<[UInt8]>)
  }

  let status: Status
  var headers: Headers = [:]
  var body = Body.bytes([])

  /// A short text in place of what was asked for.
  static func refusal(_ status: Status, _ text: String) -> Response {
    Response(
      status: status, headers: ["Content-Type": "text/plain; charset=utf-8"], body: .bytes(Array((text + "\n").utf8)))
  }

  /// The head as it is sent.
  func head(keepsAlive: Bool) -> [UInt8] {
    var text = "HTTP/1.1 \(status.rawValue) \(status.reason)\r\n"
    for field in headers.fields { text += "\(field.name): \(field.value)\r\n" }
    switch body {
    case .bytes(let bytes) where status != .notModified: text += "Content-Length: \(bytes.count)\r\n"
    case .file(_, let range): text += "Content-Length: \(range.count)\r\n"
    case .bytes, .stream: break
    }
    return Array("\(text)Connection: \(keepsAlive ? "keep-alive" : "close")\r\n\r\n".utf8)
  }

  /// Whether the end of the connection is the end of the body.
  var endsWithConnection: Bool { if case .stream = body { true } else { false } }
}

extension Response.Status {
  /// The words beside the number; nobody reads them.
  fileprivate var reason: String {
    switch self {
    case .ok: "OK"
    case .partialContent: "Partial Content"
    case .found: "Found"
    case .notModified: "Not Modified"
    case .badRequest: "Bad Request"
    case .forbidden: "Forbidden"
    case .notFound: "Not Found"
    case .methodNotAllowed: "Method Not Allowed"
    case .requestTimeout: "Request Timeout"
    case .rangeNotSatisfiable: "Range Not Satisfiable"
    case .headTooLarge: "Request Header Fields Too Large"
    case .versionNotSupported: "HTTP Version Not Supported"
    }
  }
}
