import TechDocsModel
import Testing

/// What `theme:` of a configuration comes to.
@Suite struct ThemeSettingsTests {
  private func decode(_ theme: String, isTrusted: Bool = false) -> Diagnosed<MkDocsConfig.ThemeSettings> {
    let lines = theme.split(separator: "\n").map { "  \($0)\n" }.joined()
    let result = MkDocsConfig.decoding(
      SourceText("mkdocs.yml", "site_name: A\ntheme:\n\(lines)"), isTrusted: isTrusted)
    return Diagnosed(result.value.theme, result.diagnostics)
  }

  private func range(_ line: Int, _ column: Int, _ length: Int) -> SourceRange {
    SourceRange(SourcePath(repository: "", path: "mkdocs.yml"), line: line, column: column, length: length)
  }

  @Test(arguments: [
    ("palette: {scheme: slate, primary: teal}", "dark", "teal"),
    ("palette: {scheme: default}", "light", nil),
    ("palette: {primary: Deep Purple}", nil, "deep-purple"),
    ("palette:\n  - scheme: slate\n  - scheme: default\n    primary: red", "dark", "red"),
    ("palette:\n  - media: '(prefers-color-scheme: dark)'\n    scheme: slate", nil, nil),
    ("name: material", nil, nil),
  ])
  func aPaletteSaysTheColours(yaml: String, scheme: String?, primary: String?) {
    let result = decode(yaml)
    #expect(result.diagnostics.isEmpty)
    #expect(result.value.scheme?.rawValue == scheme)
    #expect(result.value.primary == primary)
  }

  @Test func aColourThatIsNoneGetsANearMiss() {
    #expect(
      decode("palette: {primary: tael}").diagnostics == [
        .warning(
          "config-value", at: range(3, 22, 4), "'tael' is no colour of the palette", help: "did you mean 'teal'?")
      ])
  }

  @Test func aFontIsAFileAndNothingElse() {
    let result = decode("font:\n  text: fonts/inter.woff2\n  code: Roboto Mono")
    #expect(result.value.textFont == "fonts/inter.woff2" && result.value.codeFont == nil)
    #expect(
      result.diagnostics == [
        .note(
          "ignored-config-key", at: range(5, 11, 11),
          "Font 'Roboto Mono' is not loaded: pages make no request to other hosts",
          help: "name a `.woff2` file below 'docs_dir', or remove the key")
      ])
    #expect(decode("font: false").diagnostics.isEmpty)
  }

  @Test func everyFeatureIsHonouredOrReported() {
    let result = decode("features: [navigation.tabs, content.code.copy, header.autohide, navigation.tab]")
    #expect(
      result.diagnostics == [
        .note("ignored-config-key", at: range(3, 50, 15), "Feature 'header.autohide' has no effect: the header stays"),
        .warning(
          "ignored-config-key", at: range(3, 67, 14), "'navigation.tab' is no feature of the theme",
          help: "did you mean 'navigation.tabs'?"),
      ])
  }

  @Test func aFeatureStandsInOneTable() {
    let names = [ThemeFeatures.honoured, ThemeFeatures.always, ThemeFeatures.without].flatMap(\.keys)
    #expect(Set(names).count == names.count)
  }

  @Test func aThemeOfItsOwnNeedsTrust() {
    #expect(decode("custom_dir: overrides").diagnostics.map(\.rule) == ["ignored-config-key"])
    let trusted = decode("custom_dir: overrides", isTrusted: true)
    #expect(trusted.diagnostics.isEmpty && trusted.value.customDir == "overrides")
    #expect(decode("custom_dir: ../../etc", isTrusted: true).diagnostics.map(\.rule) == ["config-value"])
  }
}
