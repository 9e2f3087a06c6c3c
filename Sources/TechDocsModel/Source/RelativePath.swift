/// Arithmetic on `/`-separated relative paths, by component, without touching a file system.
package enum RelativePath {
  private static let slash: Character = "/"

  /// Resolves `.` and `..` in `path` as seen from `folder`; nil when it would climb out of the root.
  ///
  /// Empty components are dropped, as file systems do.
  package static func resolving(_ path: String, from folder: String = "") -> String? {
    var parts = folder.split(separator: slash).map(String.init)
    for part in path.split(separator: slash) {
      switch part {
      case ".": continue
      case "..":
        guard parts.popLast() != nil else { return nil }
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }

  /// The folder of a file; empty at the root.
  package static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  /// `folder/name`, or `name` where the folder is the root.
  package static func joining(_ folder: String, _ name: String) -> String {
    folder.isEmpty ? name : name.isEmpty ? folder : "\(folder)/\(name)"
  }

  /// What follows `folder/` in a path, or nil when the path does not lie below the folder.
  package static func tail(of path: String, below folder: String) -> String? {
    guard !folder.isEmpty else { return path }
    guard path.utf8.starts(with: folder.utf8), path.utf8.count > folder.utf8.count else { return nil }
    let rest = path.utf8.dropFirst(folder.utf8.count)
    return rest.first == UInt8(ascii: "/") ? String(rest.dropFirst()) : nil
  }

  /// The part after the last dot of the last component, in lower case; empty where there is none.
  package static func fileExtension(of path: String) -> String {
    let name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? Substring(path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
