package import TechDocsModel

/// Reads the entities of one repository: those of its catalog file, and of the files that Locations name.
///
/// Source: Backstage `LocationEntityProcessor` and `FileReaderProcessor`: a target is relative to the file that names
/// it, and may be a pattern. Each file is read once, so circles end.
package struct CatalogReader {
  private let tree: any FileTree
  private var waiting: [SourceText] = []
  private var read: Set<SourcePath> = []
  private var result = Diagnosed<[CatalogFile]>([])

  /// The most catalog files of one repository.
  private static let limit = 10_000

  /// The names that a repository's own catalog file may have.
  package static let names = ["catalog-info.yaml", "catalog-info.yml"]

  package init(tree: any FileTree) { self.tree = tree }

  /// All catalog files, in the order in which they are found, from the first of `names` that is there.
  package mutating func files(_ names: [String] = names) -> Diagnosed<[CatalogFile]> {
    if let own = names.lazy.compactMap({ [tree] in tree.text(at: $0) }).first { enqueue(own) }
    var next = 0
    while next < waiting.count {
      let file = CatalogFile(waiting[next], tree: tree)
      next += 1
      result.diagnostics += file.diagnostics
      result.value.append(file)
      for entity in file.documents.compactMap(\.entity) where entity.ref.kind == "location" { follow(entity) }
    }
    return result
  }

  private mutating func enqueue(_ source: SourceText) {
    if waiting.count < Self.limit, read.insert(source.path).inserted { waiting.append(source) }
  }

  private mutating func follow(_ location: Entity) {
    let targets = [location.spec?["target"]].compactMap(\.self) + (location.spec?["targets"]?.sequence ?? [])
    for target in targets { follow(target) }
  }

  private mutating func follow(_ target: YAMLNode) {
    guard let text = target.coreString, !text.isEmpty else { return }
    if NameRule.isURL(text) {
      return complain(target, "'\(text)' is not fetched", "add its repository to 'sources' in techdocs.yml", .warning)
    }
    let folder = RelativePath.folder(of: target.range.path.path)
    guard !text.hasPrefix("/"), let path = RelativePath.resolving(text, from: folder) else {
      return complain(target, "'\(text)' lies outside the repository", "name a file relative to this one")
    }
    let paths = PathGlob.isPattern(text) ? matches(path) : [path]
    let found = paths.compactMap { tree.text(at: $0) }
    if found.isEmpty {
      complain(target, "'\(text)' names no file of this repository", "the path is relative to this file's folder")
    }
    found.forEach { enqueue($0) }
  }

  /// Files that fit a pattern, sorted; only the folder before its first wildcard is searched.
  private func matches(_ pattern: String) -> [String] {
    guard let glob = PathGlob(pattern) else { return [] }
    let fixed = pattern.split(separator: "/").prefix { !PathGlob.isPattern(String($0)) }
    return tree.files(under: fixed.joined(separator: "/")).value.map(\.path.path).filter(glob.matches)
  }

  private mutating func complain(_ node: YAMLNode, _ message: String, _ help: String, _ severity: Severity = .error) {
    result.diagnostics.append(Diagnostic(severity, "missing-location", at: node.range, message, help: help))
  }
}
