import TechDocsModel

/// What a doc site's configuration says about the extensions that the renderer itself carries out.
struct DialectOptions: Sendable {
  let headings: HeadingOptions
  let tabs: TabOptions
  let fences: CustomFences
  let code: CodeOptions
  let tasks: TaskOptions
  let critic: CriticMode
  let footnotes: FootnoteOptions
  /// Whether a line's end is one for readers too (`nl2br`).
  let keepsLines: Bool
  /// Kinds of marks that the configuration switches off; they stay text.
  let marksOff: Set<MarkKind>
  /// Whether `*` inside a word is text (`pymdownx.betterem` with `smart_enable: all`, as techdocs-core has it).
  let hasSmartAsterisks: Bool

  init(_ options: ExtensionOptions) {
    headings = HeadingOptions(options)
    tabs = TabOptions(options)
    fences = CustomFences(options)
    code = CodeOptions(options)
    tasks = TaskOptions(options)
    footnotes = FootnoteOptions(options)
    critic = options.string("pymdownx.critic", "mode").flatMap(CriticMode.init) ?? .view
    keepsLines = options.names("nl2br")
    let switches: [(MarkKind, String, String)] = [
      (.insert, "pymdownx.caret", "insert"), (.superscript, "pymdownx.caret", "superscript"),
      (.delete, "pymdownx.tilde", "delete"), (.subscript, "pymdownx.tilde", "subscript"),
    ]
    marksOff = Set(switches.filter { !options.bool($1, $2, or: true) }.map(\.0))
    hasSmartAsterisks = ["all", "asterisk"].contains(options.string("pymdownx.betterem", "smart_enable") ?? "all")
  }
}

/// What `footnotes` is asked for.
///
/// Source: Python-Markdown `footnotes`.
struct FootnoteOptions: Sendable {
  /// A paragraph that says this is where the notes go; empty for the page's end.
  let placeMarker: String
  /// What the way back shows, and its title with `{}` for the note's number.
  let backlinkText: String
  let backlinkTitle: String
  /// What stands between `fn` and a note's name in its id.
  let separator: String
  /// What a reference shows, with `{}` for the note's number.
  let superscript: String
  /// Whether notes are numbered in the order of their definitions, not of their first references.
  let countsDefinitions: Bool

  init(_ options: ExtensionOptions) {
    placeMarker = options.string("footnotes", "PLACE_MARKER") ?? "///Footnotes Go Here///"
    backlinkText = options.string("footnotes", "BACKLINK_TEXT").map(Self.decoded) ?? "↩"
    backlinkTitle = options.string("footnotes", "BACKLINK_TITLE") ?? "Jump back to footnote {} in the text"
    separator = options.string("footnotes", "SEPARATOR") ?? ":"
    superscript = options.string("footnotes", "SUPERSCRIPT_TEXT") ?? "{}"
    countsDefinitions = options.bool("footnotes", "USE_DEFINITION_ORDER", or: true)
  }

  private static func decoded(_ text: String) -> String {
    var text = text
    return text.withUTF8 { CharacterReferences.decoded($0) }
  }
}
