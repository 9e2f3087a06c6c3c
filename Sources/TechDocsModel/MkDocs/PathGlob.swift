/// A pattern for paths of files or folders, as `services/*` in techdocs.yml and `*include` in a `nav`.
///
/// `*`, `?` and `[a-z]` stand for text inside one component, `**` for any number of components.
package struct PathGlob: Sendable, Hashable {
  private let segments: [GlobSegment]

  /// Nil for a pattern with a `[` that has no end. `.` components and a slash at the end mean nothing.
  package init?(_ text: String) {
    var segments: [GlobSegment] = []
    for part in text.split(separator: "/") where part != "." {
      guard let segment = GlobSegment(part) else { return nil }
      segments.append(segment)
    }
    self.segments = segments
  }

  /// Whether the text holds a wildcard at all; otherwise it is a plain path.
  package static func isPattern(_ text: String) -> Bool { text.utf8.contains { "*?[".utf8.contains($0) } }

  /// Whether the whole path (relative, `/` between components) fits.
  package func matches(_ path: String) -> Bool {
    let components = path.split(separator: "/").map { Array($0.unicodeScalars) }
    if segments.isEmpty { return components.isEmpty }
    return GlobSegment.longestMatch(of: segments, in: components) == components.count
  }

  /// How many components a path has at most that fits; nil without a bound.
  package var depth: Int? { segments.contains(.anyDepth) ? nil : segments.count }
}
