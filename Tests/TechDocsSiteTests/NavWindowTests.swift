import Foundation
import Testing

/// How much of a large navigation stands on one page.
@Suite struct NavWindowTests {
  /// A site whose navigation has lists of these lengths, each the last entry of the one above; the page stands in the
  /// innermost, and every list but that ends with a section.
  private func entries(_ lengths: [Int], page: Int) throws -> [String] {
    var files: [String: String] = [:], nav = ""
    for (level, length) in lengths.enumerated() {
      let indent = String(repeating: "    ", count: level), isInnermost = level == lengths.count - 1
      for number in 0..<(isInnermost ? length : length - 1) {
        files["docs/l\(level)n\(number).md"] = "# L\(level) N\(number)\n"
        nav += "\(indent)  - l\(level)n\(number).md\n"
      }
      if !isInnermost { nav += "\(indent)  - S\(level):\n" }
    }
    files["docs/index.md"] = "# Home\n"
    files["mkdocs.yml"] = "site_name: A\nnav:\n  - index.md\n\(nav)"
    let html = try RenderedSite(files).text("l\(lengths.count - 1)n\(page)/index.html")
    let start = try #require(html.range(of: "data-md-type=\"navigation\"")).upperBound
    let end = try #require(html.range(of: "data-md-type=\"toc\"")).lowerBound
    return html[start..<end].components(separatedBy: "class=\"md-nav__link").dropFirst().map {
      String($0.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" })
    }
  }

  @Test func listsThatFitTogetherAreShownWhole() throws {
    let entries = try entries([10, 22, 8], page: 3)
    #expect(entries.count == 41)
    #expect(!entries.contains { $0.hasPrefix("…") })
  }

  @Test func aLongListIsCutAroundThePageAndShortOnesAreNot() throws {
    let entries = try entries([10, 5, 300], page: 150)
    #expect(entries.contains("L0 N0") && entries.contains("L0 N8") && entries.contains("L1 N3"))
    #expect(entries.contains("L2 N150"))
    let cut = entries.filter { $0.hasPrefix("…") }
    #expect(cut.count == 2)
    // The neighbours of what is shown, by their names.
    #expect(entries.contains("L2 N\((Int(cut[0].dropFirst(6)) ?? 0) + 1)"))
    #expect((40...42).contains(entries.count))
  }

  @Test(arguments: [[300, 300, 300], [60, 60, 60, 60, 60], [1000], [3, 3, 3, 3, 3, 3, 3, 3, 3, 500]])
  func aPageHoldsAFewDozenEntriesHoweverLargeTheSite(_ lengths: [Int]) throws {
    let page = (lengths.last ?? 0) / 2
    let entries = try entries(lengths, page: page)
    #expect(entries.count <= 50)
    #expect(entries.contains("L\(lengths.count - 1) N\(page)"))
  }
}
