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

  /// What becomes of a file.
  enum Decision {
    case publish
    /// Published without what it would run; the names of what was taken out are empty where nobody will miss it.
    case clean(removed: [String])
    /// Held back, and why.
    case refuse(String)
    case tooLarge
  }

  func decision(on file: TreeFile, in tree: any FileTree) -> Decision {
    if Self.steering.contains(file.path.name) { return .refuse("it would steer the web server") }
    if file.size > Limits.assetBytes { return .tooLarge }
    guard !isTrusted else { return .publish }
    let kind = RelativePath.fileExtension(of: file.path.path)
    if Self.active.contains(kind) { return .refuse("a browser would run it, and this source is not trusted") }
    return kind == "svg" ? drawing(file, in: tree) : .publish
  }

  private func drawing(_ file: TreeFile, in tree: any FileTree) -> Decision {
    guard case .success(let source) = tree.read(file.path.path, limit: Limits.drawingBytes) else {
      return .refuse("it is too large a drawing to be checked for scripts")
    }
    switch DrawingCleaner.outcome(of: source.bytes) {
    case .clean: return .publish
    case .cleaned(_, let removed): return .clean(removed: removed)
    case .refused(let reason): return .refuse(reason)
    }
  }

  /// The bytes of a drawing that is published without what it would run; nil when it has become another since.
  static func cleaned(_ file: TreeFile, in tree: any FileTree) -> [UInt8]? {
    guard case .success(let source) = tree.read(file.path.path, limit: Limits.drawingBytes) else { return nil }
    switch DrawingCleaner.outcome(of: source.bytes) {
    case .clean: return source.bytes
    case .cleaned(let bytes, _): return bytes
    case .refused: return nil
    }
  }
}
