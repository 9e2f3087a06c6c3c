import Mustache
package import SiteTheme
import TechDocsModel

/// The templates, style sheet and script that pages are made with: the built-in ones, or a folder's in their place.
package struct Theme: Sendable {
  private let files: ThemeFiles
  /// nil where it is the built-in one's.
  private let ownServed: ServedTheme?
  /// What browsers fetch of it.
  var served: ServedTheme { ownServed ?? Self.builtInServed }

  /// The built-in theme.
  package init() { self.init(files: Self.builtIn, served: nil) }

  /// The built-in theme, with the files of a folder laid out like `site-theme/` before it.
  package init(folder: String) {
    guard let tree = FolderTree(folder, repository: "") else {
      self.init()
      return
    }
    let files = tree.files(under: "").value.compactMap { file in
      tree.text(at: file.path.path, limit: Limits.markdownBytes).map {
        ThemeFile(path: file.path.path, bytes: $0.bytes)
      }
    }
    self = Theme().overriding(files)
  }

  private init(files: ThemeFiles, served: ServedTheme?) {
    self.files = files
    ownServed = served
  }

  private static let builtIn = ThemeFiles(EmbeddedTheme.files)
  /// Made once, when it is first asked for: to slim its scripts takes as long as to read a dozen pages.
  private static let builtInServed = ServedTheme(builtIn)

  /// This theme with a doc site's own files before it.
  func overriding(_ own: [ThemeFile]) -> Theme {
    let files = files.overriding(own)
    return Theme(
      files: files, served: own.contains { ServedTheme.isMade(of: $0.path) } ? ServedTheme(files) : ownServed)
  }

  /// The module that a preview adds to its pages.
  package var previewScript: [UInt8] { files["preview/reload.js"] }

  /// A template by name; an empty one when it is missing or cannot be read.
  func template(_ name: String) throws -> MustacheTemplate {
    try MustacheTemplate(string: files.text("templates/\(name).mustache"))
  }

  /// `key = value` lines of a language; English where there are none.
  func strings(_ language: String) -> [String: String] {
    let base = String(language.prefix { $0 != "-" && $0 != "_" }).lowercased()
    return table("strings/en.txt").merging(table("strings/\(base).txt")) { _, own in own }
  }

  private func table(_ path: String) -> [String: String] {
    files.text(path).split(separator: "\n").reduce(into: [:]) { table, line in
      let parts = line.split(separator: "=", maxSplits: 1).map { $0.trimming { $0 == " " } }
      if parts.count == 2, !line.hasPrefix("#") { table[parts[0]] = parts[1] }
    }
  }
}

extension Substring {
  /// Without characters at both ends that meet the condition.
  fileprivate func trimming(_ isDropped: (Character) -> Bool) -> String {
    let start = drop(while: isDropped)
    let end = start.lastIndex { !isDropped($0) }.map { start.index(after: $0) } ?? start.startIndex
    return String(start[..<end])
  }
}
