package import TechDocsModel

/// Icons by name: `:material-check:` is `material/check.svg` of a folder.
///
/// Source: Material for MkDocs: folders and file names, joined by dashes.
package struct IconSet: Sendable {
  private let files: [TreeFile]
  /// By the name between the colons.
  private let paths: [String: String]
  private let read: @Sendable (String) -> SourceText?

  /// `folders` are read in order, and the first that has an icon of a name gives it. A path is relative to `tree`.
  package init(_ folders: [String], in tree: any FileTree) {
    var files: [TreeFile] = [], paths: [String: String] = [:]
    for folder in folders {
      for file in tree.files(under: folder).value where file.path.path.hasSuffix(".svg") {
        let path = file.path.path
        let name = path.dropFirst(folder.isEmpty ? 0 : folder.utf8.count + 1).dropLast(4)
        files.append(file)
        if paths[Self.joined(name)] == nil { paths[Self.joined(name)] = path }
      }
    }
    self.files = files
    self.paths = paths
    read = { tree.text(at: $0, limit: SVGCleaner.sizeLimit) }
  }

  package var isEmpty: Bool { paths.isEmpty }

  private static func joined(_ path: Substring) -> String { path.split(separator: "/").joined(separator: "-") }

  /// The drawing as it may stand in a page; nil for a name that the folder does not have.
  func svg(_ name: String) -> [UInt8]? {
    guard let path = paths[name], let text = read(path) else { return nil }
    return SVGCleaner.cleaned(text.bytes)
  }

  /// The name that was meant, most likely.
  func suggestion(for name: String) -> String? {
    // Only names of the same family: comparing with ten thousand would take longer than the page.
    let family = name.split(separator: "-").first ?? ""
    return NearMiss(of: name, among: paths.keys.filter { $0.hasPrefix(family) && abs($0.count - name.count) < 4 })
      .suggestion
  }

  /// Whether the same files stand in both sets, as far as the file system tells.
  package func isSame(as other: IconSet) -> Bool { files == other.files }
}
