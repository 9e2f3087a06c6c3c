import TechDocsModel
import Testing

@Suite struct GlobPatternsTests {
  // Expectations are pathspec 1.1.1's `GitIgnoreSpec`.
  @Test(arguments: [
    ("*.tmp", "a.tmp", true), ("*.tmp", "x/a.tmp", true), ("*.tmp", "a.tmp/b.md", true), ("*.tmp", "a.md", false),
    ("/a.md", "a.md", true), ("/a.md", "x/a.md", false), ("x/", "x/a.md", true), ("x/", "y/x/a.md", true),
    ("x/", "x", false), ("/x/", "y/x/a.md", false), ("a/b", "a/b", true), ("a/b", "x/a/b", false),
    ("a/**/b.md", "a/b.md", true), ("a/**/b.md", "a/x/y/b.md", true), ("**/b.md", "b.md", true),
    ("a/**", "a/x.md", true), ("a/**", "a", false), ("**", "x.md", true), ("**/", "x.md", false),
    ("**/", "a/x.md", true), ("*/", "x.md", false), ("*/", "a/x.md", true), ("*", "a/x.md", true),
    ("a?c.md", "abc.md", true), ("a?c.md", "aéc.md", true), ("a?c.md", "ac.md", false),
    ("[a-c].md", "b.md", true), ("[!a-c].md", "b.md", false), ("[!a-c].md", "d.md", true), ("[a", "[a", false),
    ("# a.md", "# a.md", false), ("\\#a.md", "#a.md", true), ("a.md   ", "a.md", true), ("/", "a.md", false),
    ("drafts/*\n!drafts/keep.md", "drafts/keep.md", false), ("drafts/*\n!drafts/keep.md", "drafts/x.md", true),
    ("drafts/\n!drafts/keep.md", "drafts/keep.md", false), ("!a.md\na.md", "a.md", true),
    ("keep.md\n!x/", "x/keep.md", true), ("", "a.md", false),
  ])
  func namesWhatGitWouldIgnore(patterns: String, path: String, expected: Bool) {
    #expect(GlobPatterns(patterns).matches(path) == expected)
  }

  @Test(.timeLimit(.minutes(1))) func isLinearForHostilePatterns() {
    let stars = String(repeating: "*a", count: 500), depths = String(repeating: "**/a/", count: 200)
    let patterns = GlobPatterns(stars + "b\n" + depths + "b")
    let path = String(repeating: "a", count: 255) + "/" + String(repeating: "a/", count: 380) + "a"
    #expect(!patterns.matches(path))
  }

  @Test(arguments: [
    ("services/*", "services/api", true), ("services/*", "services/api/docs", false), ("*", "api", true),
    ("*/mkdocs.yml", "api/mkdocs.yml", true), ("**/mkdocs.yml", "a/b/mkdocs.yml", true), ("./a/", "a", true),
    ("a/**", "a/b/c", true),
  ])
  func pathGlobsFitWholePaths(pattern: String, path: String, expected: Bool) {
    #expect(PathGlob(pattern)?.matches(path) == expected)
  }
}
