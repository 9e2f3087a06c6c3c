package import TechDocsModel

/// The path of a request, and which file of the site it asks for.
///
/// It is decoded once and looked up among the site's addresses; nothing of it ever reaches the file system.
package enum RequestPath: Sendable, Hashable {
  /// A file, or the index of a folder.
  case file(SitePath)
  /// No such path can exist: it climbs, hides a separator, or holds what no file name does.
  case refused

  /// - Parameter target: The raw path of the request, percent-encoded.
  package init(_ target: String) {
    let decoded = PercentEncoding.decoded(target)
    let parts = decoded.split(separator: "/", omittingEmptySubsequences: false)
    let isPlain = decoded.hasPrefix("/") && !decoded.hasPrefix("//") && !Self.hidesSeparator(target)
    let isSafe = decoded.utf8.allSatisfy { $0 != 0 && $0 != UInt8(ascii: "\\") }
    guard isPlain, isSafe, !parts.contains(".."), !parts.contains(".") else {
      self = .refused
      return
    }
    let path = String(decoded.dropFirst())
    self = .file(SitePath(path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path))
  }

  /// Whether a `/` or `\` was percent-encoded.
  private static func hidesSeparator(_ target: String) -> Bool {
    let lower = target.lowercased()
    return lower.contains("%2f") || lower.contains("%5c")
  }
}
