import Foundation
import TechDocsModel
import TestSupport
import Testing

@Suite struct MkDocsConfigTests {
  private func decode(
    _ yaml: String, isTrusted: Bool = false, files: [String: String] = [:]
  ) -> Diagnosed<MkDocsConfig> {
    MkDocsConfig.decoding(SourceText("mkdocs.yml", yaml), isTrusted: isTrusted) { path in
      files[path].map { SourceText(path, $0) }
    }
  }

  private func range(_ line: Int, _ column: Int, _ length: Int, in file: String = "mkdocs.yml") -> SourceRange {
    SourceRange(SourcePath(repository: "", path: file), line: line, column: column, length: length)
  }

  @Test func readsWhatMkDocsReads() {
    let result = decode(
      """
      site_name: Payments
      site_url: https://docs.example.com/payments
      repo_url: https://github.com/acme/payments
      docs_dir: documentation
      use_directory_urls: no
      strict: true
      theme:
        name: material
        language: de
        features: [navigation.tabs]
        font: false
      plugins:
        - techdocs-core
        - search:
            lang: en
      markdown_extensions:
        - toc:
            permalink: true
        - admonition
        - toc:
            toc_depth: 3
      extra_css: [a.css]
      extra: {version: 2}
      validation: {links: {anchors: warn}, not_found: info}
      """)
    #expect(result.diagnostics.isEmpty)
    let config = result.value
    #expect(config.siteName == "Payments")
    #expect(config.siteURL == "https://docs.example.com/payments/")
    #expect(config.repoName == "GitHub")
    #expect(config.editURI == "edit/master/docs/")
    #expect(config.docsDir == "documentation")
    #expect(config.docsDirRange == range(4, 11, 13))
    #expect(!config.useDirectoryURLs && config.strict)
    #expect(config.theme.name == "material" && config.theme.language == "de")
    #expect(config.theme.features == ["navigation.tabs"])
    #expect(config.theme.textFont == nil)
    #expect(config.plugins.map(\.name) == ["techdocs-core", "search"])
    #expect(config.plugins.last?.options?["lang"]?.string == "en")
    #expect(config.markdownExtensions.map(\.name) == ["toc", "admonition"])
    #expect(config.markdownExtensions.first?.options?.mapping?.map(\.key.string) == ["permalink", "toc_depth"])
    #expect(config.extraCSS == ["a.css"])
    #expect(config.extra?["version"]?.int == 2)
    #expect(config.validation.linksAnchors == .warn)
    #expect(config.validation.navNotFound == .info && config.validation.linksNotFound == .info)
    #expect(MkDocsConfig().validation.linksAnchors == nil)
  }

  @Test func extensionsAndPluginsMayBeMappings() {
    let config = decode(
      "site_name: A\nmarkdown_extensions:\n  toc: {permalink: true}\n  tables:\nplugins: {search: {}}\n")
    #expect(config.value.markdownExtensions.map(\.name) == ["toc", "tables"])
    #expect(config.value.plugins.map(\.name) == ["search"])
    #expect(config.diagnostics.isEmpty)
  }

  @Test func whatIsUnknownGetsANearMiss() {
    let result = decode("site_name: A\nthem: material\nplugins: [serch, section-index, {macros: {enabled: false}}]\n")
    #expect(
      result.diagnostics.sorted() == [
        .warning(
          "unknown-config-key", at: range(2, 1, 4), "'them' is no key of 'mkdocs.yml'", help: "did you mean 'theme'?"),
        .warning(
          "unknown-plugin", at: range(3, 11, 5),
          "Plugin 'serch' is not known, and plugins of a repository are not run", help: "did you mean 'search'?"),
        .warning(
          "unsupported-plugin", at: range(3, 18, 13),
          "Plugin 'section-index' is not built in: sections have no page of their own"),
      ])
  }

  @Test func whatWouldRunIsReportedForUntrustedSources() {
    let yaml = "site_name: A\nhooks: [a.py]\nextra_javascript: [a.js]\ntheme:\n  name: material\n  custom_dir: over\n"
    let places = { (trusted: Bool) in decode(yaml, isTrusted: trusted).diagnostics.map { $0.range?.start.line } }
    #expect(decode(yaml).diagnostics.map(\.rule) == ["ignored-config-key", "ignored-config-key", "ignored-config-key"])
    #expect(places(false) == [2, 3, 6])
    #expect(places(true) == [2])
  }

  @Test(arguments: ["docs", "javascript:alert(1)"])
  func anAddressWithoutAHostIsLeftOut(url: String) {
    let decoded = decode("site_name: A\nsite_url: \(url)\nrepo_url: \(url)\n")
    #expect(decoded.value.siteURL == nil && decoded.value.repoURL == nil)
    #expect(decoded.diagnostics.map(\.severity) == [.warning, .warning])
    #expect(decoded.diagnostics.map { $0.range?.start } == [2, 3].map { SourcePosition(line: $0, column: 11) })
  }

  @Test(arguments: [
    ("site_name: [a]\n", 1, 12), ("site_name: A\nstrict: maybe\n", 2, 9), ("site_name: A\nextra_css: a.css\n", 2, 12),
    ("site_name: A\nplugins: search\n", 2, 10),
    ("site_name: A\ntheme: [material]\n", 2, 8), ("site_name: A\nvalidation: {anchors: loud}\n", 2, 23),
    ("- a\n", 1, 1),
  ])
  func valuesOfTheWrongKindAreReportedAtTheirPlace(yaml: String, line: Int, column: Int) {
    let faults = decode(yaml).diagnostics.filter { $0.severity == .error }
    #expect(faults.map(\.rule) == ["config-value"])
    #expect(faults.first?.range?.start == SourcePosition(line: line, column: column))
  }

  @Test func theEnvironmentIsNeverRead() {
    let result = decode("site_name: !ENV [HOME, Docs]\nsite_author: !ENV HOME\nstrict: !ENV [CI, A, true]\n")
    #expect(result.value.siteName == "Docs")
    #expect(result.value.siteAuthor == nil)
    #expect(result.value.strict)
    #expect(result.diagnostics.map(\.severity) == [.note, .note, .note])
  }

  @Test func pythonObjectsStayText() {
    let result = decode(
      """
      site_name: A
      markdown_extensions:
        - pymdownx.emoji:
            emoji_index: !!python/name:material.extensions.emoji.twemoji
        - pymdownx.slugs: {x: !!python/object/apply:os.system [ls]}
        - pymdownx.snippets: {base_path: !relative $docs_dir}
      """)
    #expect(
      result.diagnostics == [
        .warning(
          "ignored-config-key", at: range(5, 25, 0), "'!!python/object/apply:os.system' has no effect: no Python is run"
        )
      ])
  }

  @Test func inheritedSettingsAreMergedKeyByKey() {
    let files = [
      "base/a.yml": "INHERIT: b.yml\nsite_name: Base\ntheme: {name: material, language: de}\nextra: {x: 1}\n",
      "base/b.yml": "site_author: Ann\nextra: {y: 2}\nplugins: [serch]\n",
    ]
    let result = decode("INHERIT: ./base/a.yml\nsite_name: Own\ntheme: {language: fr}\n", files: files)
    #expect(result.value.siteName == "Own")
    #expect(result.value.siteAuthor == "Ann")
    #expect(result.value.theme.name == "material" && result.value.theme.language == "fr")
    #expect(result.value.extra?.mapping?.map(\.key.string) == ["y", "x"])
    #expect(result.diagnostics.map(\.range) == [range(3, 11, 5, in: "base/b.yml")])
  }

  @Test(arguments: ["INHERIT: mkdocs.yml\n", "INHERIT: ../../x.yml\n", "INHERIT: missing.yml\n", "INHERIT: a.yml\n"])
  func inheritanceThatLeadsNowhereIsReported(yaml: String) {
    let result = decode("site_name: A\n" + yaml, files: ["a.yml": "INHERIT: mkdocs.yml", "mkdocs.yml": ""])
    #expect(result.diagnostics.map(\.rule) == ["config-value"])
    #expect(result.value.siteName == "A")
  }

  @Test func aMissingSiteNameHasAStandIn() {
    let result = decode("docs_dir: docs\n")
    #expect(result.value.siteName == "Documentation")
    #expect(result.diagnostics.map(\.rule) == ["config-value"])
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["k%: 1\n", "- k%\n", "- x: {k%: 1}\n"])
  func hostileSizesEndSoon(line: String) {
    let lines = (0..<10_000).map { line.replacingOccurrences(of: "%", with: "\($0)") }.joined()
    for prefix in ["", "plugins:\n", "markdown_extensions:\n", "validation:\n  x: 1\nextra_css:\n"] {
      #expect(decode("site_name: A\n" + prefix + lines).diagnostics.count <= 400)
    }
  }

  @Test func morePatternsThanAreReadAreReported() {
    let lines = String(repeating: "  a/b*.md\n", count: 1_100)
    let result = decode("site_name: A\nexclude_docs: |\n\(lines)")
    #expect(result.diagnostics.map(\.rule) == ["config-value"])
    #expect(result.diagnostics.map { $0.range?.start.line } == [2])
  }

  /// Real configurations, where they are at hand.
  @Test(.enabled(if: ProjectFolder.shared != nil)) func realConfigurationsHaveNoErrors() throws {
    let shared = try #require(ProjectFolder.shared)
    let corpora = shared.appendingPathComponent("corpora/dev")
    var count = 0
    for folder in try FileManager.default.contentsOfDirectory(atPath: corpora.path).sorted() {
      let repository = corpora.appendingPathComponent(folder)
      for name in try FileManager.default.contentsOfDirectory(atPath: repository.path).sorted()
      where name.hasPrefix("mkdocs") && name.hasSuffix(".yml") {
        let bytes = Array(try Data(contentsOf: repository.appendingPathComponent(name)))
        let source = SourceText(path: SourcePath(repository: folder, path: name), bytes: bytes)
        #expect(MkDocsConfig.decoding(source).diagnostics.filter { $0.severity == .error } == [])
        count += 1
      }
    }
    #expect(count > 0)
  }
}
