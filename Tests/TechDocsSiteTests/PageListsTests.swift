import Testing

/// What a reader without scripts finds on the search page.
@Suite struct PageListsTests {
  private func site(_ count: Int) throws -> RenderedSite {
    var files = ["mkdocs.yml": "site_name: Shop\n", "docs/index.md": "# Welcome\n", "docs/zoo.md": "# zoo\n"]
    files["docs/hidden.md"] = "---\nsearch: {exclude: true}\n---\n# Hidden\n"
    for number in 0..<count { files["docs/p\(number).md"] = "# Page \(1000 + number)\n" }
    return try RenderedSite(files)
  }

  @Test func aSmallSiteListsItsPagesAtOnce() throws {
    let site = try site(3)
    #expect(site.text("search/index.html").contains("<li><a href=\"../p2/\">Page 1002</a></li>"))
    #expect(!site.text("search/index.html").contains("Hidden"))
    #expect(!site.paths.contains { $0.hasPrefix("search/all/") })
  }

  /// The module and its style are not waited for one after the other; no other page asks for them before a reader does.
  @Test func theSearchPageAsksForItsModuleAtOnce() throws {
    let site = try site(1), search = site.text("search/index.html")
    for (name, link) in [("data-search", "modulepreload"), ("data-search-style", "preload\" as=\"style")] {
      let address = try #require(
        search.firstMatch(of: try Regex("\(name)=\"([^\"]+)\"", as: (Substring, Substring).self)))
      #expect(search.contains("<link rel=\"\(link)\" href=\"\(address.1)\">"))
    }
    #expect(!site.text("index.html").contains("modulepreload"))
  }

  @Test func aLargeSiteListsItsPagesInPartsOfOneSize() throws {
    let site = try site(700)
    let search = site.text("search/index.html")
    #expect(!search.contains("../p2/"))
    #expect(search.contains("<li><a href=\"../search/all/1/\">Page 1000 … Page 1299 (300)</a></li>"))
    #expect(search.contains("<li><a href=\"../search/all/3/\">Page 1600 … zoo (102)</a></li>"))
    let lists = (1...3).map { site.text("search/all/\($0)/index.html") }
    for number in 0..<700 {
      let link = "<a href=\"../../../p\(number)/\">Page \(1000 + number)</a>"
      #expect(lists.count { $0.contains(link) } == 1)
    }
    #expect(!site.paths.contains("search/all/4/index.html"))
    #expect(!lists.contains { $0.contains("Hidden") })
    // Nothing of a list is a page's text: what reads pages for a search finds what it leads to.
    for list in lists {
      let article = try #require(list.firstRange(of: "<article")).upperBound
      let opening = try #require(list[article...].firstRange(of: ">")).upperBound
      #expect(list[opening...].drop(while: \.isWhitespace).hasPrefix("<nav "))
      #expect(list.contains("</nav>\n</article>"))
    }
  }
}
