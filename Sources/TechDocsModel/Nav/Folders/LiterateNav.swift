/// A navigation written as a Markdown list in `SUMMARY.md`, folder by folder.
///
/// Source: the plugin `literate-nav` 0.6: links to pages, folders (`[API](api/)`, with their own file or as they lie there), headings of
/// lists below, and patterns (`*.md`, `*/`).
struct LiterateNav {
  private var folders: NavFolders
  private let fileName: String
  private let read: (String) -> SourceText?

  init(_ files: DocFiles, fileName: String, read: @escaping (String) -> SourceText?) {
    folders = NavFolders(files, leavingOut: fileName)
    self.fileName = fileName
    self.read = read
  }

  mutating func nav() -> Diagnosed<Nav> { Diagnosed(Nav(items(of: "", depth: 0)), folders.diagnostics) }

  /// Each step goes to a folder below, so the recursion ends; the depth of a nav bounds it besides.
  private mutating func items(of folder: String, depth: Int) -> [Nav.Item] {
    guard depth < Nav.depthLimit else { return [] }
    guard let source = read(RelativePath.joining(folder, fileName)) else {
      return folders.children(of: folder).flatMap { item($0, title: nil, range: nil, depth) }
    }
    let list = NavList(source)
    var named: Set<String> = []
    for target in list.targets { RelativePath.resolving(target, from: folder).map { _ = named.insert($0) } }
    return items(list.entries[...], folder, &named, depth)
  }

  /// The entries of a list and of the lists below them.
  private mutating func items(
    _ entries: ArraySlice<NavList.Entry>, _ folder: String, _ named: inout Set<String>, _ depth: Int
  ) -> [Nav.Item] {
    guard depth < Nav.depthLimit else { return [] }
    var items: [Nav.Item] = [], rest = entries
    while let entry = rest.first {
      let below = rest.dropFirst().prefix { $0.indent > entry.indent }
      rest = rest.dropFirst(1 + below.count)
      guard folders.admit(entry.range) else { break }
      let own = entry.target.map { target(of: entry, $0, folder, &named, depth) } ?? []
      guard !below.isEmpty else {
        if entry.target == nil {
          folders.report(
            "nav-entry", entry.range, "'\(entry.title ?? "")' leads nowhere and has no list below it",
            help: "write a link, as in `* [Runbook](runbook.md)`")
        }
        items += own
        continue
      }
      let inner = self.items(below, folder, &named, depth + 1)
      items.append(.section(title: entry.title ?? "", items: own.map(Self.untitled) + inner, range: entry.range))
    }
    return items
  }

  /// The page of a section's own heading shows its own title.
  private static func untitled(_ item: Nav.Item) -> Nav.Item {
    guard case .page(let path, _, let range) = item else { return item }
    return .page(path: path, title: nil, range: range)
  }

  private mutating func target(
    of entry: NavList.Entry, _ target: String, _ folder: String, _ named: inout Set<String>, _ depth: Int
  ) -> [Nav.Item] {
    if NavReader.isURL(target) { return [.link(title: entry.title, url: target, range: entry.range)] }
    guard PathGlob.isPattern(target) else {
      let found = folders.find(target, from: folder, entry.range)
      return found.flatMap { $0.path == folder ? nil : item($0, title: entry.title, range: entry.range, depth) } ?? []
    }
    let meant = folders.meant(by: target, in: folder).filter { named.insert($0.path).inserted }
    let items = meant.flatMap { item($0, title: nil, range: entry.range, depth) }
    return entry.title.map { [.section(title: $0, items: items, range: entry.range)] } ?? items
  }

  private mutating func item(
    _ found: NavFolders.Found, title: String?, range: SourceRange?, _ depth: Int
  ) -> [Nav.Item] {
    guard folders.admit(range) else { return [] }
    if let leaf = found.leaf(title: title, range: range) { return [leaf] }
    let items = items(of: found.path, depth: depth + 1)
    let name = FileNav.title(ofFolder: NavFolders.name(of: found.path))
    return items.isEmpty ? [] : [.section(title: title ?? name, items: items, range: range)]
  }
}
