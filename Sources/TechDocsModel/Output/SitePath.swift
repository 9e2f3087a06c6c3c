/// A file inside the built site: relative, `/` between components, as in `guide/setup/index.html`.
package struct SitePath: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let path: String

  package init(_ path: String) { self.path = path }

  package var description: String { path }

  /// What a browser asks for, without a leading slash: `guide/setup/` for `guide/setup/index.html`.
  package var url: String {
    path == "index.html" ? "" : path.hasSuffix("/index.html") ? String(path.dropLast("index.html".utf8.count)) : path
  }

  /// The shortest relative URL from the page `self` to `target`, percent-encoding left to the caller.
  ///
  /// Source: MkDocs `get_relative_url`; a page refers to its own folder as `./`.
  package func relativeURL(to target: SitePath) -> String {
    let from = url.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let to = target.url.split(separator: "/", omittingEmptySubsequences: false)
    let shared = zip(from, to.dropLast()).prefix { $0 == $1 }.count
    let up = String(repeating: "../", count: from.count - shared)
    let down = to.dropFirst(shared).joined(separator: "/")
    let joined = up + down
    return joined.isEmpty ? "./" : joined
  }

  package static func < (one: SitePath, other: SitePath) -> Bool { one.path.isBefore(other.path) }
}
