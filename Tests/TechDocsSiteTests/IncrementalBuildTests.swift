import Foundation
import TechDocsModel
import TechDocsSite
import Testing

/// A build that remembers the last one makes the same site as one that does not.
@Suite struct IncrementalBuildTests {
  @Test(arguments: 0..<25) func equalsACleanBuildAfterAnyEdits(seed: Int) throws {
    var workspace = try EditedWorkspace(seed: UInt64(seed))
    defer { workspace.remove() }
    let loader = WorkspaceLoader(folder: workspace.folder.path)
    var kept = IncrementalBuild(loader), edits: [String] = []
    for _ in 0..<20 {
      edits.append(workspace.edit())
      var clean = IncrementalBuild(loader)
      let (one, other) = (try kept.run(), try clean.run())
      #expect(one.diagnostics == other.diagnostics, "seed \(seed): \(edits)")
      let differing = try Self.differences(one, other)
      #expect(differing == [], "seed \(seed): \(edits)")
      if !differing.isEmpty { return }
    }
  }

  /// The addresses whose bytes differ, or that only one has.
  private static func differences(_ one: IncrementalBuild.Round, _ other: IncrementalBuild.Round) throws -> [SitePath] {
    let (first, second) = (try bytes(of: one), try bytes(of: other))
    return Set(first.keys).union(second.keys).filter { first[$0] != second[$0] }.sorted()
  }

  private static func bytes(of round: IncrementalBuild.Round) throws -> [SitePath: [UInt8]] {
    var contents = try SiteContents(round.portal, theme: round.theme)
    try contents.prepare()
    var html = HTMLBuffer(), all: [SitePath: [UInt8]] = [:]
    for path in contents.paths {
      switch contents.content(at: path, using: &html) {
      case .html: all[path] = html.bytes
      case .bytes(let bytes): all[path] = bytes
      case .file(let file): all[path] = Array("\(file)".utf8)
      case nil: all[path] = nil
      }
    }
    return all
  }
}
