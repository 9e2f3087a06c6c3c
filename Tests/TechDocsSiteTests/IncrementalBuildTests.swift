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

  /// A preview makes its index from the one before. The root names all files after their content, so it stands for all.
  @Test(arguments: 100..<106) func anIndexOfAnEarlierOneEqualsACleanOne(seed: Int) throws {
    var workspace = try EditedWorkspace(seed: UInt64(seed))
    defer { workspace.remove() }
    var kept = IncrementalBuild(WorkspaceLoader(folder: workspace.folder.path)), edits: [String] = []
    var shown: SiteContents?, roots: Set<[UInt8]> = []
    for _ in 0..<12 {
      edits.append(workspace.edit())
      let round = try kept.run()
      var clean = try SiteContents(round.portal, theme: round.theme), next = clean
      if let shown { next.takeIndex(of: shown) }
      let root = try Self.root(of: &next)
      #expect(try root == Self.root(of: &clean), "seed \(seed): \(edits)")
      roots.insert(root)
      shown = next
    }
    #expect(roots.count > 3)
  }

  private static func root(of contents: inout SiteContents) throws -> [UInt8] {
    let path = SitePath("search/root.bin")
    var html = HTMLBuffer()
    try contents.prepare(for: path)
    guard case .bytes(let bytes) = contents.content(at: path, using: &html) else { return [] }
    return bytes
  }

  /// The addresses whose bytes differ, or that only one has; the search index among them.
  private static func differences(_ one: IncrementalBuild.Round, _ other: IncrementalBuild.Round) throws -> [SitePath] {
    let (first, second) = (try entries(of: one), try entries(of: other))
    return Set(first.symmetricDifference(second).map(\.path)).sorted()
  }

  private static func entries(of round: IncrementalBuild.Round) throws -> Set<SiteEntry> {
    Set(try round.write(to: DigestOutput(), concurrency: Concurrency(workers: 2)).entries)
  }

  /// Keeps nothing of a site but what its manifest says.
  private struct DigestOutput: SiteOutput {
    func put(_ path: SitePath, _ bytes: UnsafeBufferPointer<UInt8>) throws(OutputFailure) -> SiteEntry {
      SiteEntry(path: path, digest: Digest(of: bytes), size: bytes.count)
    }

    func copy(_ file: TreeFile, to path: SitePath) throws(OutputFailure) -> SiteEntry {
      let bytes = file.location.flatMap { FileManager.default.contents(atPath: $0) }.map { Array($0) } ?? []
      return SiteEntry(path: path, digest: Digest(of: bytes), size: file.size)
    }
  }
}
