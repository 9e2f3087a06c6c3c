import Foundation
import TechDocsModel
import TechDocsSite

/// A site of a few files, written to a folder of its own and rendered address by address.
final class RenderedSite {
  private let folder: URL
  private let contents: SiteContents
  let rules: [String]

  init(_ files: [String: String], isTrusted: Bool = false) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("techdocs-site-\(UUID().uuidString)")
    for (path, text) in files {
      let place = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: place)
    }
    let loaded = try WorkspaceLoader(folder: folder.path, isTrusted: isTrusted).load()
    var timings = Timings()
    let linked = Build(loaded.value.workspace).linked(timings: &timings)
    rules = (loaded.diagnostics + linked.diagnostics).map(\.rule.name)
    contents = try SiteContents(linked.value, theme: Theme())
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var paths: [String] { contents.paths.map(\.path) }

  /// What stands at an address; empty where nothing does.
  func text(_ path: String) -> String {
    var html = HTMLBuffer()
    switch contents.content(at: SitePath(path), using: &html) {
    case .html: return String(decoding: html.bytes, as: UTF8.self)
    case .bytes(let bytes): return String(decoding: bytes, as: UTF8.self)
    case .file(let file): return file.location.flatMap { try? String(contentsOfFile: $0, encoding: .utf8) } ?? ""
    default: return ""
    }
  }
}
