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
    let from = url, to = target.url
    var own = from.utf8.startIndex, other = to.utf8.startIndex
    // Just after the last folder that both share.
    var (ownRest, otherRest) = (own, other)
    while own < from.utf8.endIndex, other < to.utf8.endIndex, from.utf8[own] == to.utf8[other] {
      let isSlash = from.utf8[own] == UInt8(ascii: "/")
      (own, other) = (from.utf8.index(after: own), to.utf8.index(after: other))
      if isSlash { (ownRest, otherRest) = (own, other) }
    }
    var joined = ""
    for byte in from.utf8[ownRest...] where byte == UInt8(ascii: "/") { joined += "../" }
    joined += to[otherRest...]
    return joined.isEmpty ? "./" : joined
  }

  package static func < (one: SitePath, other: SitePath) -> Bool { one.path.isBefore(other.path) }
}
