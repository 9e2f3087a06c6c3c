import TechDocsModel

/// A shell command that calls an operation of a web API.
struct CurlCommand {
  let method: String
  let server: String?
  let path: String
  let request: APIReference.Body?

  /// Every part in single quotes, so that nothing of a definition is run by who pastes it.
  var text: String {
    let base = (server ?? "https://example.com").trimmingSuffix("/")
    var lines = ["curl \(Self.quoted(base + path))"]
    if method != "GET" { lines[0] = "curl -X \(method) \(Self.quoted(base + path))" }
    if let type = request?.mediaType { lines.append("  -H \(Self.quoted("Content-Type: \(type)"))") }
    if let example = request?.example { lines.append("  -d \(Self.quoted(example))") }
    return lines.joined(separator: " \\\n")
  }

  private static func quoted(_ text: String) -> String { "'" + text.replacingASCII(["'": "'\\''"]) + "'" }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
