import TechDocsModel

/// Which files of an untrusted source may be served from the site's own origin.
struct PublishPolicy {
  let isTrusted: Bool

  /// Kinds that a browser runs when it opens them.
  private static let active: Set<String> = [
    "js", "mjs", "cjs", "html", "htm", "xhtml", "shtml", "xml", "xsl", "xslt", "wasm", "swf", "hta", "svgz",
  ]

  /// Names that steer a web server or a host.
  private static let steering: Set<String> = ["_headers", "_redirects", "CNAME", "web.config"]

  /// Why a file is held back; nil when it is published.
  func refusal(of file: TreeFile) -> String? {
    if Self.steering.contains(file.path.name) { return "it would steer the web server" }
    if file.size > Limits.assetBytes { return "it is larger than \(Limits.assetBytes >> 20) MB" }
    if !isTrusted, Self.active.contains(RelativePath.fileExtension(of: file.path.path)) {
      return "a browser would run it, and this source is not trusted"
    }
    return nil
  }
}
