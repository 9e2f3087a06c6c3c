import Mustache
package import SiteTheme
import TechDocsModel

/// The templates, style sheet and script that pages are made with: the built-in ones, or a folder's in their place.
package struct Theme: Sendable {
  private let files: [String: [UInt8]]

  /// The built-in theme, with a folder's files before it.
  package init(overriding: [ThemeFile] = []) {
    let all = EmbeddedTheme.files + overriding
    files = Dictionary(all.map { ($0.path, $0.bytes) }) { _, later in later }
  }

  /// This theme with a doc site's own files before it.
  func overriding(_ own: [ThemeFile]) -> Theme {
    Theme(files: files.merging(own.map { ($0.path, $0.bytes) }) { _, later in later })
  }

  private init(files: [String: [UInt8]]) { self.files = files }

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
    self.init(overriding: files)
  }

  /// The style sheet: the files that `css/order.txt` lists, one after the other.
  var stylesheet: [UInt8] { ServedText.slimmed(concatenated("css")) }

  /// The style sheet of pages inside a Backstage: the files that `backstage/order.txt` lists.
  var backstageStylesheet: [UInt8] {
    ServedText.slimmed(
      text("backstage/order.txt").split(whereSeparator: \.isWhitespace).flatMap { files[String($0)] ?? [] })
  }

  /// The script, likewise; empty when there is none.
  var script: [UInt8] { ServedScript.slimmed(concatenated("js")) }

  /// The module that finds and shows results: the files that `js/search/order.txt` lists.
  var searchScript: [UInt8] { ServedScript.slimmed(concatenated("js/search")) }

  /// The style sheet of results, fetched along with it.
  var searchStylesheet: [UInt8] { ServedText.slimmed(files["css/search.css"] ?? []) }

  /// The module that a preview adds to its pages.
  package var previewScript: [UInt8] { files["preview/reload.js"] ?? [] }

  /// What runs before a page is painted: the reader's colour scheme, against a flash of the other one.
  var headScript: [UInt8] { ServedScript.slimmed(files["js/head.js"] ?? []) }

  /// A template by name; an empty one when it is missing or cannot be read.
  func template(_ name: String) throws -> MustacheTemplate {
    try MustacheTemplate(string: text("templates/\(name).mustache"))
  }

  /// `key = value` lines of a language; English where there are none.
  func strings(_ language: String) -> [String: String] {
    let base = String(language.prefix { $0 != "-" && $0 != "_" }).lowercased()
    return table("strings/en.txt").merging(table("strings/\(base).txt")) { _, own in own }
  }

  private func table(_ path: String) -> [String: String] {
    text(path).split(separator: "\n").reduce(into: [:]) { table, line in
      let parts = line.split(separator: "=", maxSplits: 1).map { $0.trimming { $0 == " " } }
      if parts.count == 2, !line.hasPrefix("#") { table[parts[0]] = parts[1] }
    }
  }

  private func text(_ path: String) -> String { files[path].map { String(decoding: $0, as: UTF8.self) } ?? "" }

  private func concatenated(_ folder: String) -> [UInt8] {
    text("\(folder)/order.txt").split(whereSeparator: \.isWhitespace).flatMap { files["\(folder)/\($0)"] ?? [] }
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
