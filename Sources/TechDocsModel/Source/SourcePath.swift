/// The place of a file inside one repository: never absolute, `/` between components, no `.` or `..`.
///
/// Sorts by repository, then path, as UTF-8 bytes, so that no output depends on a locale.
package struct SourcePath: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The repository's name: its folder's name in the workspace, or empty for the only repository of a build.
  package let repository: String
  /// The path below the repository's folder, as in `docs/index.md`.
  package let path: String

  package init(repository: String, path: String) {
    self.repository = repository
    self.path = path
  }

  /// What a person reads in a message: `repository/path`.
  package var description: String { repository.isEmpty ? path : "\(repository)/\(path)" }

  /// The last component.
  package var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  package static func < (one: SourcePath, other: SourcePath) -> Bool {
    one.repository == other.repository
      ? one.path.isBefore(other.path) : one.repository.isBefore(other.repository)
  }
}

extension String {
  /// Order by UTF-8 bytes; `<` on `String` is by Unicode canonical order, which differs.
  package func isBefore(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}
