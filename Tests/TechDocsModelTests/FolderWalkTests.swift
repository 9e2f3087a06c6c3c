import Foundation
import Testing

@testable import TechDocsModel

@Suite struct FolderWalkTests {
  @Test(arguments: [(limit: 3, refused: true), (limit: 100, refused: false)])
  func foldersPastTheLimitAreAnError(limit: Int, refused: Bool) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["a", "b", "c"] {
      let child = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(at: child, withIntermediateDirectories: true)
      for number in 0..<2 { try Data().write(to: child.appendingPathComponent("\(number).md")) }
    }
    var walk = FolderWalk(tree: try #require(FolderTree(folder.path, repository: "r")), limit: limit)
    walk.visit("")
    #expect(walk.files.count == (refused ? 4 : 6))
    #expect(walk.diagnostics.map(\.severity) == (refused ? [.error] : []))
    #expect(walk.diagnostics.allSatisfy { $0.message.contains("more than \(limit) files") })
  }
}
