extension MkDocsConfig {
  /// What `theme:` says that has a meaning here. Names are Material's.
  package struct ThemeSettings: Sendable {
    /// Light or dark, before the reader chooses.
    package enum Scheme: String, Sendable {
      case light, dark
    }

    package var name: String?
    package var language = "en"
    package var direction: String?
    /// Files below `docs_dir`.
    package var logo: String?
    package var favicon: String?
    /// As written, `ThemeFeatures` says what each means.
    package var features: [String] = []
    /// Nil where the reader's system decides.
    package var scheme: Scheme?
    /// The colour of links and of the current page, by Material's name.
    package var primary: String?
    /// Font files below `docs_dir`, for text and for code.
    package var textFont: String?
    package var codeFont: String?
    /// A folder beside `mkdocs.yml` whose files stand before the theme's; only for trusted sources.
    package var customDir: String?
    package var customDirRange: SourceRange?

    package init() {}
  }
}

extension MkDocsConfig.ThemeSettings {
  /// Material's colours, as `css/palette.css` of the theme knows them.
  static let colours = [
    "red", "pink", "purple", "deep-purple", "indigo", "blue", "light-blue", "cyan", "teal", "green", "light-green",
    "lime", "yellow", "amber", "orange", "deep-orange", "brown", "grey", "blue-grey", "black", "white", "custom",
  ]

  init(_ reader: inout ConfigReader) {
    guard let theme = reader.node("theme") else { return }
    if let name = theme.string {
      self.name = name
      return
    }
    guard theme.mapping != nil else {
      reader.complain("theme", theme, "a name, as in `theme: material`, or a mapping with `name`")
      return
    }
    var own = ConfigReader(theme)
    name = own.string("name")
    language = own.string("language") ?? own.string("locale") ?? language
    direction = own.string("direction")
    logo = own.string("logo")
    favicon = own.string("favicon")
    features = own.strings("features")
    if let palette = own.node("palette") { read(palette, &own) }
    if let font = own.node("font") { readFonts(font, &own) }
    customDir = own.folder("custom_dir")
    customDirRange = own.node("custom_dir")?.range
    own.diagnostics += ThemeFeatures.diagnostics(of: own.node("features"))
    reader.diagnostics += own.diagnostics
  }

  /// One palette, or a list that readers switch between.
  ///
  /// Source: Material's `palette`: the first of a list counts at first; with `media`, the reader's system decides.
  private mutating func read(_ palette: YAMLNode, _ own: inout ConfigReader) {
    let palettes = palette.sequence ?? [palette]
    let isBySystem = palettes.contains { $0["media"]?.string?.contains("prefers-color-scheme") == true }
    if !isBySystem, let scheme = palettes.first?["scheme"]?.string { self.scheme = scheme == "slate" ? .dark : .light }
    guard let place = palettes.lazy.compactMap({ $0["primary"] }).first, let written = place.string else { return }
    let colour = written.replacing(" ", with: "-").lowercased()
    if Self.colours.contains(colour) {
      primary = colour
    } else {
      own.diagnostics.append(
        .warning(
          "config-value", at: place.range, "'\(written)' is no colour of the palette",
          help: NearMiss(of: colour, among: Self.colours).suggestion))
    }
  }

  /// `false`, or files; a name would be a font of another host.
  private mutating func readFonts(_ font: YAMLNode, _ own: inout ConfigReader) {
    guard font.bool != false else { return }
    textFont = file(font["text"], &own)
    codeFont = file(font["code"], &own)
  }

  private func file(_ font: YAMLNode?, _ own: inout ConfigReader) -> String? {
    guard let font, let name = font.string else { return nil }
    if name.hasSuffix(".woff2") || name.hasSuffix(".woff") { return name }
    own.diagnostics.append(
      .note(
        "ignored-config-key", at: font.range, "Font '\(name)' is not loaded: pages make no request to other hosts",
        help: "name a `.woff2` file below 'docs_dir', or remove the key"))
    return nil
  }
}
