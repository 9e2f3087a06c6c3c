import TechDocsHighlight
import TechDocsModel

/// What `pymdownx.highlight` in `markdown_extensions` says about code.
struct CodeOptions: Sendable {
  /// Where line numbers stand: in a column of their own, or before each line (as text, or by the style sheet alone).
  enum NumberStyle: Sendable { case table, inline, styled }

  /// Whether every block has line numbers, none has, or (nil) those that ask.
  var hasNumbers: Bool?
  var numberStyle = NumberStyle.table
  /// Whether each number links to its line.
  var hasAnchors = false
  /// What the id of a line's link begins with; empty for links without number style.
  var anchorPrefix = "__codelineno"
  /// What the id of each line's span begins with; empty for lines without spans.
  var spanPrefix = ""
  var isHighlighting = true
  /// The language of a block that names none.
  var defaultLanguage = ""
  /// Whether a block without title bears its language's.
  var hasAutomaticTitle = false
  /// Other words for languages' titles.
  var titles: [String: String] = [:]
  /// Further names of languages.
  var aliases: [String: String] = [:]

  init(_ options: ExtensionOptions) {
    let name = Self.name
    hasNumbers = options[name, "linenums"].map { _ in options.bool(name, "linenums", or: false) }
    if options[name, "linenums"]?.isNull ?? false { hasNumbers = nil }
    switch options.string(name, "linenums_style") {
    case "inline": numberStyle = .inline
    case "pymdownx-inline": numberStyle = .styled
    default: break
    }
    hasAnchors = options.bool(name, "anchor_linenums", or: false)
    anchorPrefix = options.string(name, "line_anchors") ?? anchorPrefix
    spanPrefix = options.string(name, "line_spans") ?? ""
    isHighlighting = options.bool(name, "use_pygments", or: true)
    defaultLanguage = options.string(name, "default_lang") ?? ""
    hasAutomaticTitle = options.bool(name, "auto_title", or: false)
    for entry in options[name, "auto_title_map"]?.mapping ?? [] {
      if let key = entry.key.string { titles[key] = entry.value.string ?? "" }
    }
    for entry in options[name, "extend_pygments_lang"]?.sequence ?? [] {
      if let alias = entry["name"]?.string, let language = entry["lang"]?.string { aliases[alias] = language }
    }
  }

  private static let name = "pymdownx.highlight"

  /// What an option that has no effect here would have done.
  private static let without: [String: String] = [
    "guess_lang": "languages are not guessed; name each block's, or set 'default_lang'",
    "noclasses": "colours come from the style sheet, in light and dark",
    "pygments_style": "colours come from the style sheet; set them in 'extra_css'",
  ]

  /// One warning for each option that asks for what is not done.
  static func diagnostics(of settings: [ExtensionSetting]) -> [Diagnostic] {
    settings.filter { ExtensionOptions.plain($0.name) == name }.flatMap { setting in
      (setting.options?.mapping ?? []).compactMap { entry in
        guard let key = entry.key.string, let reason = without[key], isAsking(entry.value) else { return nil }
        return .warning(
          "ignored-config-key", at: entry.key.range, "'\(key)' of '\(setting.name)' has no effect here", help: reason)
      }
    }
  }

  private static func isAsking(_ value: YAMLNode) -> Bool {
    value.bool != false && value.string?.lowercased() != "false" && !value.isNull
  }
}
