/// Patterns as in a `.gitignore`: `exclude_docs`, `draft_docs`, `not_in_nav`.
package struct GlobPatterns: Sendable, Hashable {
  private let text: String

  package init(_ text: String) { self.text = text }

  /// Whether a path (relative, `/` between components) is named by the patterns.
  package func matches(_ path: String) -> Bool { false }
}
