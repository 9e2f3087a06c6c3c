import FlyingFox
import Foundation
import TechDocsModel

/// A file as an HTTP response: its type, its tag, the part that was asked for.
struct FileResponse {
  let file: ServedFile
  let path: SitePath
  var status = HTTPStatusCode.ok

  func response(to request: HTTPRequest) -> HTTPResponse {
    var headers = self.headers
    if status == .ok, Self.matches(request.headers[.ifNoneMatch], file.entityTag) {
      return HTTPResponse(statusCode: .notModified, headers: headers)
    }
    let wanted = status == .ok ? ByteRange(request.headers[.range], size: file.size) : .whole
    switch wanted {
    case .unsatisfiable:
      headers[.contentRange] = "bytes */\(file.size)"
      return HTTPResponse(statusCode: .rangeNotSatisfiable, headers: headers)
    case .part(let range):
      headers[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(file.size)"
      return body(range, request, .partialContent, headers)
    case .whole: return body(0..<file.size, request, status, headers)
    }
  }

  private var headers: HTTPHeaders {
    [
      .contentType: MediaType.of(path.path), .eTag: file.entityTag, .acceptRanges: "bytes",
      .cacheControl: "no-cache", HTTPHeader("X-Content-Type-Options"): "nosniff",
      HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
    ]
  }

  private func body(_ range: Range<Int>, _ request: HTTPRequest, _ status: HTTPStatusCode, _ headers: HTTPHeaders)
    -> HTTPResponse
  {
    var headers = headers
    guard request.method != .HEAD else {
      headers[.contentLength] = String(range.count)
      return HTTPResponse(statusCode: status, headers: headers)
    }
    switch file.body {
    case .bytes(let bytes): return HTTPResponse(statusCode: status, headers: headers, body: Data(bytes[range]))
    case .file(let location, _):
      let url = URL(fileURLWithPath: location)
      guard let sequence = try? HTTPBodySequence(file: url, range: range, suggestedBufferSize: 1 << 16) else {
        // The file went away since it was listed; the next build will say so.
        return HTTPResponse(statusCode: .notFound)
      }
      return HTTPResponse(statusCode: status, headers: headers, body: sequence)
    }
  }

  /// Whether an `If-None-Match` header names the tag; weak tags compare as strong ones here.
  static func matches(_ header: String?, _ tag: String) -> Bool {
    guard let header else { return false }
    return header.split(separator: ",").contains { candidate in
      let name = candidate.trimmingCharacters(in: .whitespaces)
      return name == "*" || name == tag || name == "W/" + tag
    }
  }
}
