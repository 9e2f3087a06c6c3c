import Foundation
import TechDocsMarkdown
import TestSupport
import Testing

/// What would run, load, lead elsewhere or hide the page's own names does not get through, and the rest does.
@Suite struct UnsafePageTests {
  /// A line of `Spec/unsafe.jsonl`: `RUN` stands for a call that must never happen.
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let id: String
    let markdown: String
    /// What must be left of it; nil where nothing in particular is.
    let shown: String?
    var testDescription: String { id }

    static let all: [Case] = {
      let text = try? String(contentsOf: DialectFixtures.folder.appendingPathComponent("unsafe.jsonl"), encoding: .utf8)
      return (text ?? "").split(separator: "\n").compactMap {
        try? JSONDecoder().decode(Case.self, from: Data($0.utf8))
      }
    }()
  }

  @Test(arguments: Case.all)
  func nothingGetsThrough(_ page: Case) {
    let text = "Before.\n\n\(page.markdown)\n\nAfter all.\n"
    #expect(PageFaults.faults(of: Array(text.utf8)) == [])
    let html = String(decoding: PageFaults.parsed(Array(text.utf8)).html, as: UTF8.self)
    #expect(html.contains("After all."), "The rest of the page is gone")
    if let shown = page.shown { #expect(html.contains(shown)) }
  }

  @Test func everyCaseIsRead() throws {
    let text = try String(contentsOf: DialectFixtures.folder.appendingPathComponent("unsafe.jsonl"), encoding: .utf8)
    #expect(Case.all.count == text.split(separator: "\n").count)
    #expect(Set(Case.all.map(\.id)).count == Case.all.count)
  }

  /// Findings of the fuzzers, kept so that they stay mended.
  @Test(arguments: findings()) func whatFuzzersFoundStaysMended(_ name: String) throws {
    let page = try Data(contentsOf: Self.findingsFolder.appendingPathComponent(name))
    #expect(PageFaults.faults(of: Array(page)) == [])
  }

  private static let findingsFolder = ProjectFolder.root.appendingPathComponent("Fuzz/Findings/markdown")

  private static func findings() -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: findingsFolder.path)) ?? []).sorted()
  }
}
