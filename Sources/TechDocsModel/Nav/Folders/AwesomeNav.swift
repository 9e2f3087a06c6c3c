/// A navigation written folder by folder, in `.pages` or `.nav.yml`.
///
/// Folders without a file stand as MkDocs would list them. Other than in MkDocs, a folder's file is also read where another list names the
/// folder. Source: the plugins `awesome-pages` 2 and `awesome-nav` 3.
struct AwesomeNav {
  private var folders: NavFolders
  private let fileName: String
  private let read: (String) -> SourceText?
  private var known: [String: FolderNavFile] = [:]

  /// `read` takes a path below `docs_dir`.
  init(_ files: DocFiles, fileName: String, read: @escaping (String) -> SourceText?) {
    folders = NavFolders(files)
    self.fileName = fileName
    self.read = read
  }

  /// The navigation from the docs folder on; `root` is what `nav` of `mkdocs.yml` says, where it leaves room for the rest.
  mutating func nav(root: YAMLNode? = nil) -> Diagnosed<Nav> {
    if let root {
      let given = FolderNavFile(entriesOf: root)
      folders.take(given.diagnostics)
      known[""] = given
    }
    let items = items(of: "", collapses: false, depth: 0)
    return Diagnosed(Nav(items), folders.diagnostics)
  }

  private mutating func file(of folder: String) -> FolderNavFile {
    if let file = known[folder] { return file }
    let file = read(RelativePath.joining(folder, fileName)).map { FolderNavFile($0) } ?? FolderNavFile()
    folders.take(file.diagnostics)
    known[folder] = file
    return file
  }

  /// Each step goes to a folder below, so the recursion ends; the depth of a nav bounds it besides.
  private mutating func items(of folder: String, collapses: Bool, depth: Int) -> [Nav.Item] {
    guard depth < Nav.depthLimit else { return [] }
    let file = file(of: folder)
    let everything = [FolderNavFile.Entry.rest(pattern: "*", isFlat: false, range: nil)]
    let entries = file.entries ?? everything
    var level = Level(folder: folder, file: file, collapses: file.collapsesBelow ?? collapses, depth: depth)
    level.take(namesIn: entries)
    return items(entries, &level)
  }

  private mutating func items(_ entries: [FolderNavFile.Entry], _ level: inout Level) -> [Nav.Item] {
    entries.flatMap { entry -> [Nav.Item] in
      switch entry {
      case .link(let title, let url, let range):
        return folders.admit(range) ? [.link(title: title, url: url, range: range)] : []
      case .section(let title, let entries, let range):
        return [.section(title: title, items: items(entries, &level), range: range)]
      case .path(let text, let title, let range):
        guard let found = folders.find(text, from: level.folder, range), found.path != level.folder else { return [] }
        return item(found, title: title, range: range, level)
      case .rest(let pattern, let isFlat, let range):
        return rest(pattern, isFlat, level).flatMap { found -> [Nav.Item] in
          guard level.named.insert(found.path).inserted else { return [] }
          return item(found, title: nil, range: range, level)
        }
      }
    }
  }

  private mutating func rest(_ pattern: String, _ isFlat: Bool, _ level: Level) -> [NavFolders.Found] {
    let left = folders.meant(by: pattern, in: level.folder, isFlat: isFlat).filter { found in
      !level.named.contains(found.path)
        && !level.file.ignored.matches(RelativePath.tail(of: found.path, below: level.folder) ?? "")
    }
    let shown = left.filter { found in
      guard case .folder(let path) = found else { return true }
      return !file(of: path).isHidden
    }
    guard let isDescending = level.file.isDescending ?? (level.file.isNatural ? false : nil) else { return shown }
    return shown.sorted { NavOrder.isBefore($0, $1, isNatural: level.file.isNatural, isDescending: isDescending) }
  }

  private mutating func item(
    _ found: NavFolders.Found, title: String?, range: SourceRange?, _ level: Level
  ) -> [Nav.Item] {
    guard folders.admit(range) else { return [] }
    if let leaf = found.leaf(title: title, range: range) { return [leaf] }
    let items = items(of: found.path, collapses: level.collapses, depth: level.depth + 1)
    let file = file(of: found.path)
    if items.isEmpty { return [] }
    if file.collapses ?? level.collapses, items.count == 1, case .page(let only, let own, let place) = items[0] {
      return [.page(path: only, title: title ?? file.title ?? own, range: range ?? place)]
    }
    let name = FileNav.title(ofFolder: NavFolders.name(of: found.path))
    return [.section(title: title ?? file.title ?? name, items: items, range: range)]
  }

  /// One folder's list while it is read.
  private struct Level {
    let folder: String
    let file: FolderNavFile
    let collapses: Bool
    let depth: Int
    /// The paths that stand in the list.
    var named: Set<String> = []

    mutating func take(namesIn entries: [FolderNavFile.Entry]) {
      for entry in entries {
        switch entry {
        case .path(let text, _, _): RelativePath.resolving(text, from: folder).map { _ = named.insert($0) }
        case .section(_, let entries, _): take(namesIn: entries)
        case .link, .rest: continue
        }
      }
    }
  }
}

/// The order of a folder's entries by their names.
enum NavOrder {
  /// Index pages stay in front.
  static func isBefore(_ one: NavFolders.Found, _ other: NavFolders.Found, isNatural: Bool, isDescending: Bool) -> Bool
  {
    let (left, right) = (NavFolders.name(of: one.path), NavFolders.name(of: other.path))
    let (isFirst, isSecond) = (DocFiles.stem(of: left) == "index", DocFiles.stem(of: right) == "index")
    if isFirst != isSecond { return isFirst }
    let (low, high) = isDescending ? (right, left) : (left, right)
    return isNatural ? isNaturally(low, before: high) : low.utf8.lexicographicallyPrecedes(high.utf8)
  }

  /// Numbers count as numbers: `a2` stands before `a10`.
  static func isNaturally(_ one: String, before other: String) -> Bool {
    let left = pieces(one), right = pieces(other)
    for (a, b) in zip(left, right) where a != b {
      guard let first = a.first, let second = b.first, first.isNumber, second.isNumber else { return a < b }
      let (x, y) = (a.drop { $0 == "0" }, b.drop { $0 == "0" })
      return x.count == y.count ? x < y : x.count < y.count
    }
    return left.count < right.count
  }

  private static func pieces(_ name: String) -> [Substring] {
    var pieces: [Substring] = [], start = name.startIndex
    for index in name.indices.dropFirst() where name[index].isNumber != name[name.index(before: index)].isNumber {
      pieces.append(name[start..<index])
      start = index
    }
    return pieces + [name[start...]]
  }
}
