import Foundation
import TestSupport
import Testing

/// The frame around a page: what it costs, and what a configuration makes of it.
@Suite struct PageFrameTests {
  private func count(_ part: String, in text: String) -> Int { text.components(separatedBy: part).count - 1 }

  /// The page without its article.
  private func frame(_ html: String) -> String {
    guard let start = html.range(of: "<article"), let end = html.range(of: "</article>") else { return html }
    return String(html[..<start.lowerBound] + html[end.upperBound...])
  }

  @Test(arguments: [1, 3]) func aLargeNavigationCostsAPageNoMoreThanASmallOne(depth: Int) throws {
    let headings = (0..<60).map { "## Part \($0)\n\n" }.joined()
    var files = ["docs/index.md": "# Home\n"], nav = "  - index.md\n"
    for section in 0..<12 {
      for level in 0..<depth {
        nav += String(repeating: "    ", count: level) + "  - Section \(section).\(level):\n"
        for page in 0..<100 {
          let path = "s\(section)/l\(level)/p\(page).md"
          files["docs/\(path)"] = "# Page \(page)\n" + (page == 50 ? headings : "")
          nav += String(repeating: "    ", count: level) + "      - \(path)\n"
        }
      }
    }
    files["mkdocs.yml"] = "site_name: Large\nnav:\n\(nav)"
    let site = try RenderedSite(files)
    let html = site.text("s5/l\(depth - 1)/p50/index.html")
    #expect(html.contains("aria-current=\"page\""))
    #expect(count("class=\"md-nav__link", in: html) <= 80)
    #expect(count("<", in: frame(html)) - count("</", in: frame(html)) <= 250)
  }

  @Test func aSmallNavigationIsWholeAndFolds() throws {
    let site = try RenderedSite([
      "mkdocs.yml": """
      site_name: Small
      theme: {features: [navigation.indexes]}
      nav: [index.md, {Guide: [guide/index.md, guide/one.md]}, {Runbook: [runbook/alerts.md]}]

      """,
      "docs/index.md": "# Home\n", "docs/guide/index.md": "# Guide\n", "docs/guide/one.md": "# One\n",
      "docs/runbook/alerts.md": "---\nstatus: deprecated\n---\n# Alerts\n",
    ])
    let html = site.text("guide/one/index.html")
    #expect(html.contains("<a class=\"md-nav__link\" href=\"../../guide/\">"))
    #expect(html.contains("<details open><summary class=\"md-nav__link\" aria-label=\"Guide\">"))
    #expect(html.contains("<details><summary class=\"md-nav__link\">Runbook</summary>"))
    #expect(html.contains("md-nav__status--deprecated"))
    #expect(count("md-nav__item--index", in: html) == 1)
  }

  @Test func theConfigurationsThemeIsInThePage() throws {
    let site = try RenderedSite([
      "mkdocs.yml": """
      site_name: A
      copyright: Copyright &copy; <a href="https://acme.example">Acme</a><script>1</script>
      theme:
        language: ar
        logo: logo.svg
        palette: {scheme: slate, primary: teal}
        font: {text: inter.woff2}
        features: [navigation.tabs]
      nav: [index.md, {Guide: [one.md]}]

      """,
      "docs/index.md": "---\nhide: [toc, other]\n---\n# A\n", "docs/one.md": "# One\n", "docs/inter.woff2": "font",
      "docs/logo.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    ])
    let html = site.text("index.html")
    #expect(
      html.contains(
        "<html lang=\"ar\" dir=\"rtl\" class=\"no-js td-tabs\" data-theme=\"dark\" data-md-color-primary=\"teal\">"))
    #expect(html.contains("<nav class=\"md-tabs\""))
    #expect(html.contains("data-md-hide=\"toc\""))
    #expect(html.contains("src=\"./logo.svg\""))
    #expect(html.contains("Copyright © <a href=\"https://acme.example\">Acme</a>"))
    #expect(count("<script", in: html) == 2)
    let sheets = site.paths.filter { $0.hasSuffix(".css") }.map(site.text)
    #expect(sheets.contains { $0.hasPrefix("@font-face{font-family:\"Site text\";src:url(\"../inter.woff2\")") })
  }

  @Test func aTrustedSourceBringsItsOwnTemplatesAndFiles() throws {
    let files = [
      "mkdocs.yml": "site_name: A\ntheme: {name: material, custom_dir: own}\n", "docs/index.md": "# A\n",
      "own/templates/page.mustache": "<title>{{{title}}}</title>own {{siteName}}: {{{main}}}",
      "own/strings/en.txt": "next = Onwards\n", "own/assets/note.txt": "a file\n", "own/main.html": "{% block %}",
    ]
    let trusted = try RenderedSite(files, isTrusted: true)
    #expect(trusted.text("index.html").hasPrefix("<title>A</title>own A: "))
    #expect(trusted.text("assets/note.txt") == "a file\n")
    #expect(trusted.rules == ["ignored-config-key"])
    #expect(!trusted.paths.contains("main.html"))
    let untrusted = try RenderedSite(files)
    #expect(untrusted.text("index.html").hasPrefix("<!doctype html>"))
    #expect(untrusted.text("assets/note.txt").isEmpty)
    #expect(untrusted.rules == ["ignored-config-key"])
  }

  @Test func aHeadingWithoutWordsIsNotInTheContents() throws {
    let site = try RenderedSite(["mkdocs.yml": "site_name: A\n", "docs/index.md": "# A\n\n## <!-- mark -->\n\n## B\n"])
    #expect(count("<li class=\"md-nav__item\"><a class=\"md-nav__link\" href=\"#", in: site.text("index.html")) == 1)
  }

  /// Browsers file a rule by the last part of its selector. One that ends in a list is tried on every element, and
  /// one with a fixed place might as well be a page's own.
  @Test func rulesNameWhatTheyStyle() throws {
    let folder = ProjectFolder.root.appendingPathComponent("site-theme/css")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasSuffix(".css") {
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      #expect(!text.contains("position: fixed"), "\(name)")
      guard name != "print.css" else { continue }
      let lists = text.matches(of: /[ >~+]:(?:is|where)\([^(){}]*,[^(){}]*\)(?:::?[a-z-]+)*(?:,[^{}\n]*)? \{/)
      #expect(lists.map { String($0.output) } == [], "\(name)")
    }
  }
}
