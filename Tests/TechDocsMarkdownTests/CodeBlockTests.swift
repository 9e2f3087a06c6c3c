import TechDocsMarkdown
import TechDocsModel
import Testing

/// What fences and `pymdownx.highlight` ask for beyond colours.
@Suite struct CodeBlockTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var options = ""
    let markdown: String
    let html: String
  }

  private static let fence = "```sh\nls\ncd\n```\n"
  private static let cd = "<span class=\"nb\">cd</span>"

  static let cases = [
    Case(
      testDescription: "a fence", markdown: fence,
      html: "<div class=\"language-sh highlight\"><pre><code>ls\n\(cd)\n</code></pre></div>\n"),
    Case(
      testDescription: "numbers from the configuration", options: "linenums: true", markdown: fence,
      html:
        "<div class=\"language-sh highlight\"><table class=\"highlighttable\"><tr><td class=\"linenos\"><div class=\"linenodiv\"><pre>"
        + "<span class=\"normal\">1</span>\n<span class=\"normal\">2</span>\n</pre></div></td><td class=\"code\"><div><pre>"
        + "<code>ls\n\(cd)\n</code></pre></div></td></tr></table></div>\n"),
    Case(
      testDescription: "a fence without numbers all the same", options: "linenums: true",
      markdown: "```sh linenums=\"0\"\nls\n```\n",
      html: "<div class=\"language-sh highlight\"><pre><code>ls\n</code></pre></div>\n"),
    Case(
      testDescription: "no numbers although a fence asks", options: "linenums: false",
      markdown: "```sh linenums=\"1\"\nls\n```\n",
      html: "<div class=\"language-sh highlight\"><pre><code>ls\n</code></pre></div>\n"),
    Case(
      testDescription: "numbers in the text, as wide as the last", options: "linenums_style: inline",
      markdown: "```sh linenums=\"9\"\nls\ncd\n```\n",
      html: "<div class=\"language-sh highlight\"><pre><code><span class=\"linenos\"> 9</span>ls\n"
        + "<span class=\"linenos\">10</span>\(cd)\n</code></pre></div>\n"),
    Case(
      testDescription: "numbers by the style sheet", options: "linenums_style: pymdownx-inline",
      markdown: "```sh linenums=\"1\"\nls\n```\n",
      html: "<div class=\"language-sh highlight\"><pre><code><span class=\"linenos\" data-linenos=\"1 \"></span>ls\n"
        + "</code></pre></div>\n"),
    Case(
      testDescription: "links and spans of lines", options: "anchor_linenums: true\n      line_spans: __span",
      markdown: "```sh\nls\n```\n",
      html: "<div class=\"language-sh highlight\"><pre><code><span id=\"__span-1-1\">"
        + "<a id=\"__codelineno-1-1\" name=\"__codelineno-1-1\"></a>ls\n</span></code></pre></div>\n"),
    Case(
      testDescription: "marked lines inside a string", markdown: "```py hl_lines=\"1\"\na = \"\"\"x\ny\"\"\"\n```\n",
      html: "<div class=\"language-py highlight\"><pre><code><span class=\"hll\"><span class=\"n\">a</span> "
        + "<span class=\"o\">=</span> <span class=\"s2\">&quot;&quot;&quot;x</span>\n</span>"
        + "<span class=\"s2\">y&quot;&quot;&quot;</span>\n</code></pre></div>\n"),
    Case(
      testDescription: "a language for blocks without one", options: "default_lang: sh", markdown: "```\ncd\n```\n",
      html: "<div class=\"language-sh highlight\"><pre><code>\(cd)\n</code></pre></div>\n"),
    Case(
      testDescription: "a title of its own accord", options: "auto_title: true\n      auto_title_map: {Bash: Shell}",
      markdown: "```sh\nls\n```\n\n```sh title=\"\"\nls\n```\n",
      html:
        "<div class=\"language-sh highlight\"><span class=\"filename\">Shell</span><pre><code>ls\n</code></pre></div>\n"
        + "<div class=\"language-sh highlight\"><pre><code>ls\n</code></pre></div>\n"),
    Case(
      testDescription: "a name that the configuration adds",
      options: "extend_pygments_lang: [{name: depot, lang: bash}]", markdown: "```depot\ncd\n```\n",
      html: "<div class=\"language-depot highlight\"><pre><code>\(cd)\n</code></pre></div>\n"),
    Case(
      testDescription: "no colours", options: "use_pygments: false", markdown: fence,
      html: "<div class=\"language-sh highlight\"><pre><code>ls\ncd\n</code></pre></div>\n"),
    Case(
      testDescription: "code in a line", markdown: "`#!sh cd` `:::sh cd` `#!nolang cd`\n",
      html: "<p><code class=\"language-sh highlight\">\(cd)</code> <code class=\"language-sh highlight\">\(cd)</code> "
        + "<code class=\"language-text highlight\">cd</code></p>\n"),
  ]

  @Test(arguments: cases) func isWrittenAsAsked(specified: Case) {
    #expect(String(decoding: Self.parsed(specified.markdown, specified.options).html, as: UTF8.self) == specified.html)
  }

  @Test func anUnknownLanguageIsReportedOnce() {
    let findings = Self.parsed("```yalm\na: 1\n```\n\n  ```yalm\n  ```\n\n`#!yalm a`\n", "").diagnostics
    #expect(findings.map(\.rule) == ["unknown-code-language"])
    #expect(findings.first?.help == "did you mean 'yaml'?")
    #expect(findings.first?.range?.start.line == 1)
    #expect(findings.first?.range?.start.column == 4)
  }

  @Test func optionsWithoutEffectAreReported() {
    let settings = Self.config("guess_lang: true\n      noclasses: false").markdownExtensions
    #expect(ExtensionNames.diagnostics(of: settings).map(\.rule) == ["ignored-config-key"])
  }

  private static func parsed(_ markdown: String, _ options: String) -> ParsedMarkdown {
    var buffer = HTMLBuffer()
    let parser = MarkdownParser(MarkdownSettings(extensions: config(options).markdownExtensions))
    return parser.parse(SourceText("docs/index.md", markdown), from: 0, using: &buffer)
  }

  private static func config(_ options: String) -> MkDocsConfig {
    let entry = options.isEmpty ? "" : "\nmarkdown_extensions:\n  - pymdownx.highlight:\n      \(options)\n"
    return MkDocsConfig.decoding(SourceText("mkdocs.yml", "site_name: Cases\(entry)"), isTrusted: false) { _ in nil }
      .value
  }
}
