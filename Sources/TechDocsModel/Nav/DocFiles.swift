/// The files below a `docs_dir`, sorted into pages and the rest.
///
/// Source: MkDocs 1.6 `structure/files.py`.
package struct DocFiles: Sendable, Hashable {
  /// Markdown files that get a page, in MkDocs' order: a folder's files before its subfolders, the index first.
  package let pages: [String]
  /// Those of `pages` that need not stand in a `nav`, and do not enter one made from files.
  package let outsideNav: Set<String>
  /// Everything else that is published as it is, sorted.
  package let assets: [String]
  /// Left out by `exclude_docs`, or by `draft_docs` in a build.
  package let excluded: Set<String>
  /// Markdown files that get no page, with the one in the same folder that has their address: a README beside an
  /// index, `a.markdown` beside `a.md`.
  package let shadowed: [String: String]

  /// `paths` are relative to `docs_dir`; drafts are left out unless the site is only for its author.
  package init(_ paths: [String], config: MkDocsConfig, includesDrafts: Bool = false) {
    // MkDocs leaves these out before it reads the author's own patterns.
    let exclude = GlobPatterns(".*\n/templates/").followed(by: config.excludeDocs)
    let isExcluded = { (path: String) in
      exclude.matches(path) || !includesDrafts && config.draftDocs.matches(path)
    }
    let excluded = Set(paths.filter(isExcluded))
    let kept = paths.filter { !excluded.contains($0) }
    let markdown = kept.filter(Self.isPage)
    let shadowed = Self.shadowed(among: markdown)
    self.excluded = excluded
    self.shadowed = shadowed
    pages = Self.sorted(markdown.filter { shadowed[$0] == nil })
    outsideNav = config.notInNav.isEmpty ? [] : Set(pages.filter(config.notInNav.matches))
    assets = kept.filter { !Self.isPage($0) }.sorted { $0.isBefore($1) }
  }

  /// Whether a file becomes a page, by its extension.
  package static func isPage(_ path: String) -> Bool {
    [".md", ".markdown", ".mdown", ".mkdn", ".mkd"].contains { path.hasSuffix($0) }
  }

  /// The page's address below the doc site's folder.
  ///
  /// `guide.md` becomes `guide/index.html`, or `guide.html` without directory URLs; `index.md` and `README.md` become
  /// the folder's `index.html`. The path is not percent-encoded. Source: MkDocs `File._get_dest_path`.
  package static func sitePath(ofPage path: String, useDirectoryURLs: Bool) -> SitePath {
    let folder = RelativePath.folder(of: path), stem = stem(of: path)
    let name = !useDirectoryURLs || stem == "index" ? "\(stem).html" : "\(stem)/index.html"
    return SitePath(RelativePath.joining(folder, name))
  }

  /// The name without its extension; `index` for a README.
  static func stem(of path: String) -> String {
    let name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
    let stem = name.lastIndex(of: ".").flatMap { $0 == name.startIndex ? nil : name[..<$0] } ?? name
    return stem == "README" ? "index" : String(stem)
  }

  /// The last by MkDocs' order holds the address. Source: MkDocs `get_files`.
  private static func shadowed(among pages: [String]) -> [String: String] {
    var holders: [String: String] = [:], shadowed: [String: String] = [:]
    for page in pages.sorted(by: { $0.isBefore($1) }) {
      let address = RelativePath.joining(RelativePath.folder(of: page), stem(of: page))
      if let earlier = holders.updateValue(page, forKey: address) { shadowed[earlier] = page }
    }
    return shadowed
  }

  /// Source: MkDocs `file_sort_key`.
  private static func sorted(_ pages: [String]) -> [String] {
    pages.map { path in (path: path, folder: RelativePath.folder(of: path), isIndex: stem(of: path) == "index") }
      .sorted { one, other in
        if one.folder != other.folder { return isFolder(one.folder, before: other.folder) }
        return one.isIndex == other.isIndex ? one.path.isBefore(other.path) : one.isIndex
      }
      .map(\.path)
  }

  /// By component, so that `a/b` comes before `a-b`: a slash sorts before all that a name may hold.
  private static func isFolder(_ one: String, before other: String) -> Bool {
    one.utf8.lexicographicallyPrecedes(other.utf8) { left, right in
      let slash = UInt8(ascii: "/")
      return (left == slash ? 0 : left) < (right == slash ? 0 : right)
    }
  }
}
