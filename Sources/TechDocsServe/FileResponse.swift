import TechDocsModel

/// A file as a response: its type, its tag, the part that was asked for.
struct FileResponse {
  let file: ServedFile
  let path: SitePath
  var status = Response.Status.ok

  func response(to request: Request) -> Response {
    var headers = self.headers
    if status == .ok, Self.matches(request.headers["If-None-Match"], file.entityTag) {
      return Response(status: .notModified, headers: headers)
    }
    let wanted = status == .ok ? ByteRange(request.headers["Range"], size: file.size) : .whole
    switch wanted {
    case .unsatisfiable:
      headers["Content-Range"] = "bytes */\(file.size)"
      return Response(status: .rangeNotSatisfiable, headers: headers)
    case .part(let range):
      headers["Content-Range"] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(file.size)"
      return Response(status: .partialContent, headers: headers, body: body(range))
    case .whole: return Response(status: status, headers: headers, body: body(0..<file.size))
    }
  }

  private var headers: Headers {
    [
      "Content-Type": MediaType.of(path.path), "ETag": file.entityTag, "Accept-Ranges": "bytes",
      "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff", "Cross-Origin-Resource-Policy": "same-origin",
    ]
  }

  private func body(_ range: Range<Int>) -> Response.Body {
    switch file.body {
    case .bytes(let bytes): .bytes(range.count == bytes.count ? bytes : Array(bytes[range]))
    case .file(let location, _): .file(location, range)
    }
  }

  /// Whether an `If-None-Match` header names the tag; weak tags compare as strong ones here.
  static func matches(_ header: String?, _ tag: String) -> Bool {
    guard let header else { return false }
    return header.split(separator: ",").contains { candidate in
      let name = candidate.drop { $0 == " " || $0 == "\t" }.prefix { $0 != " " && $0 != "\t" }
      return name == "*" || name == tag || name == "W/" + tag
    }
  }
}
