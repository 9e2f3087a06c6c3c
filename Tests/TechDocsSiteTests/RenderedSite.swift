import Foundation
import TechDocsModel
import TechDocsSite

/// A site of a few files, written to a folder of its own and rendered address by address.
final class RenderedSite {
  /// Its own, removed with it; nil for a site of a folder that another one keeps.
  private let folder: URL?
  private let contents: SiteContents
  let rules: [String]

  convenience init(_ files: [String: String], isTrusted: Bool = false) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("techdocs-site-\(UUID().uuidString)")
    for (path, text) in files {
      let place = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: place)
    }
    try self.init(of: folder, isTrusted: isTrusted, isOwn: true)
  }

  init(of folder: URL, isTrusted: Bool = false, isOwn: Bool = false) throws {
    self.folder = isOwn ? folder : nil
    let loaded = try WorkspaceLoader(folder: folder.path, isTrusted: isTrusted).load()
    var timings = Timings()
    let linked = Build(loaded.value.workspace).linked(timings: &timings)
    rules = (loaded.diagnostics + linked.diagnostics).map(\.rule.name)
    var contents = try SiteContents(linked.value, theme: Theme())
    try contents.prepare()
    self.contents = contents
  }

  deinit { if let folder { try? FileManager.default.removeItem(at: folder) } }

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
