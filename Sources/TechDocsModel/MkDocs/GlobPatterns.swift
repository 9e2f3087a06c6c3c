/// Patterns as in a `.gitignore`: `exclude_docs`, `draft_docs`, `not_in_nav`.
///
/// The last pattern that names a path decides, and a pattern that names the file itself outweighs an earlier one that
/// names only a folder above it. Source: pathspec `GitIgnoreSpec`, which MkDocs uses.
///
/// Linear in the path for each pattern, whatever the patterns are; lines past the 1,000th or longer than a path may
/// be (1,024 bytes) name nothing.
package struct GlobPatterns: Sendable, Hashable {
  private struct Pattern: Hashable {
    let segments: [GlobSegment]
    let isNegated: Bool
    /// Whether it ends in a slash, and so names what lies in a folder.
    let isFolder: Bool
  }

  private let patterns: [Pattern]

  /// How many lines are read.
  static let limit = 1_000

  /// One pattern a line; empty lines and lines that begin with `#` say nothing.
  package init(_ text: String) {
    patterns = text.split(omittingEmptySubsequences: true, whereSeparator: \.isNewline).prefix(Self.limit)
      .compactMap(Self.pattern)
  }

  private init(_ patterns: [Pattern]) { self.patterns = patterns }

  /// These patterns, then others that may take back what these said.
  package func followed(by others: GlobPatterns) -> GlobPatterns { GlobPatterns(patterns + others.patterns) }

  /// Whether there is no pattern at all.
  package var isEmpty: Bool { patterns.isEmpty }

  /// Whether a path (relative, `/` between components) is named by the patterns.
  package func matches(_ path: String) -> Bool {
    guard !patterns.isEmpty else { return false }
    let components = path.split(separator: "/").map { Array($0.unicodeScalars) }
    var isMatched = false, weight = 0
    for pattern in patterns {
      guard let end = GlobSegment.longestMatch(of: pattern.segments, in: components) else { continue }
      let isFolder = pattern.isFolder || end < components.count
      // `**/` names what lies in any folder, so nothing at the root.
      if pattern.isFolder, pattern.segments.count == 1, components.count < 2 { continue }
      if isFolder && !pattern.isNegated || (isFolder ? 1 : 2) >= weight {
        (isMatched, weight) = (!pattern.isNegated, isFolder ? 1 : 2)
      }
    }
    return isMatched
  }

  private static func pattern(_ line: Substring) -> Pattern? {
    var line = line
    while line.last?.isWhitespace == true, !line.hasSuffix("\\ ") { line.removeLast() }
    guard !line.isEmpty, line.first != "#", line != "/", line.utf8.count <= Limits.pathBytes else { return nil }
    let isNegated = line.first == "!"
    if isNegated { line.removeFirst() }
    guard let segments = segments(line) else { return nil }
    return Pattern(segments: segments, isNegated: isNegated, isFolder: line.last == "/")
  }

  /// The pattern's segments as seen from the root: a lone name stands at any depth, `x/` means what is below `x`.
  private static func segments(_ pattern: Substring) -> [GlobSegment]? {
    var parts = pattern.split(separator: "/", omittingEmptySubsequences: false)
    if parts.first?.isEmpty == true {
      parts.removeFirst()
    } else if parts.count == 1 || parts.count == 2 && parts[1].isEmpty {
      parts.insert("**", at: 0)
    }
    if parts.last?.isEmpty == true { parts[parts.count - 1] = "**" }
    guard !parts.isEmpty else { return nil }
    var segments: [GlobSegment] = []
    for part in parts {
      guard let segment = GlobSegment(part) else { return nil }
      if segment != .anyDepth || segments.last != .anyDepth { segments.append(segment) }
    }
    return segments
  }
}
