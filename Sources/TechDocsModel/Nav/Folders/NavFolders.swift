/// The pages of a doc site by folder, for navigations that are written folder by folder, and what is said about those.
struct NavFolders {
  /// What an entry names.
  enum Found: Equatable {
    case page(String)
    case folder(String)
    /// A file that is published as it is.
    case file(String)
  }

  /// Below each folder, in MkDocs' order; paths are whole ones.
  private(set) var pages: [String: [String]] = [:]
  private(set) var folders: [String: [String]] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  private let files: DocFiles
  private let known: Set<String>
  private let assets: Set<String>
  private var count = 0

  /// `leavingOut` names files that stand in no list of a folder.
  init(_ files: DocFiles, leavingOut name: String = "") {
    self.files = files
    known = Set(files.pages)
    assets = Set(files.assets)
    var seen: Set<String> = [""]
    for path in files.pages where !files.outsideNav.contains(path) && Self.name(of: path) != name {
      var folder = RelativePath.folder(of: path)
      pages[folder, default: []].append(path)
      while seen.insert(folder).inserted {
        let above = RelativePath.folder(of: folder)
        folders[above, default: []].append(folder)
        folder = above
      }
    }
  }

  static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  func children(of folder: String) -> [Found] {
    (pages[folder] ?? []).map(Found.page) + (folders[folder] ?? []).map(Found.folder)
  }

  /// All pages below a folder, those of subfolders last.
  func allPages(below folder: String) -> [String] {
    files.pages.filter { RelativePath.tail(of: $0, below: folder) != nil && !files.outsideNav.contains($0) }
  }

  /// What a pattern in a folder's list means: its entries, or pages at any depth where the pattern or `isFlat` says so.
  func meant(by pattern: String, in folder: String, isFlat: Bool = false) -> [Found] {
    let isDeep = isFlat || pattern.contains("**") || pattern.dropLast().contains("/")
    let all = isDeep ? allPages(below: folder).map(Found.page) : children(of: folder)
    return all.filter { $0.isMeant(by: pattern, in: folder) }
  }

  /// What a path seen from a folder names; nil, and a finding, when it is nothing below it.
  mutating func find(_ text: String, from folder: String, _ range: SourceRange) -> Found? {
    guard let path = RelativePath.resolving(text, from: folder), path == folder || isBelow(path, folder) else {
      diagnostics.append(
        .error("nav-entry", at: range, "'\(text)' leaves its folder", help: "name a file or folder below it"))
      return nil
    }
    if known.contains(path) { return .page(path) }
    if pages[path] != nil || folders[path] != nil { return .folder(path) }
    if assets.contains(path) { return .file(path) }
    let names = children(of: folder).map { Self.name(of: $0.path) }
    let reason = files.shadowed[path] != nil || files.excluded.contains(path) ? "gets no page" : "is not there"
    diagnostics.append(
      .warning(
        "missing-nav-entry", at: range, "'\(text)' is in the navigation but \(reason)",
        help: NearMiss(of: text, among: names).suggestion))
    return nil
  }

  private func isBelow(_ path: String, _ folder: String) -> Bool { RelativePath.tail(of: path, below: folder) != nil }

  /// Counts an entry; false past the limit, which is reported once: lists may name each other's folders many times.
  mutating func admit(_ range: SourceRange?) -> Bool {
    count += 1
    if count == Nav.itemLimit + 1 {
      report("nav-entry", range, "The navigation has more than \(Nav.itemLimit) entries; the rest is left out")
    }
    return count <= Nav.itemLimit
  }

  mutating func report(_ rule: Rule, _ range: SourceRange?, _ message: String, help: String? = nil) {
    diagnostics.append(.warning(rule, at: range, message, help: help))
  }

  mutating func take(_ others: [Diagnostic]) { diagnostics += others }
}

extension NavFolders.Found {
  var path: String {
    switch self {
    case .page(let path), .folder(let path), .file(let path): path
    }
  }

  /// The entry of a page or file; nil for a folder, which its own list makes.
  func leaf(title: String?, range: SourceRange?) -> Nav.Item? {
    switch self {
    case .page(let path): .page(path: path, title: title, range: range)
    case .file(let path): .link(title: title, url: path, range: range)
    case .folder: nil
    }
  }

  /// Whether a pattern for entries of a folder means this: `*/` folders only, `*.md` pages, `*` both; `**` and paths mean pages at any depth.
  fileprivate func isMeant(by pattern: String, in folder: String) -> Bool {
    guard let tail = RelativePath.tail(of: path, below: folder), let glob = PathGlob(pattern) else { return false }
    if pattern.hasSuffix("/"), case .page = self { return false }
    return glob.matches(tail)
  }
}
