import CCMarkGFM
import TechDocsHighlight
import TechDocsModel

/// The names of code languages that a page uses and nobody knows.
struct LanguageNames {
  private(set) var diagnostics: [Diagnostic] = []
  private var seen: Set<String> = []

  /// Reports a name at its first use.
  mutating func report(_ name: String, nearMiss: NearMiss, at range: SourceRange) {
    guard seen.insert(name).inserted else { return }
    diagnostics.append(
      .warning(
        "unknown-code-language", at: range, "No code language is named '\(name)'; the code is shown without colours",
        help: nearMiss.suggestion ?? "write the name of a language, or 'text'"))
  }
}

extension HTMLRenderer {
  /// The language of a block of code; nil for plain text.
  mutating func language(of options: FenceOptions, _ node: CNode) -> Language? {
    let name =
      options.language.isEmpty ? dialect.code.defaultLanguage : String(decoding: options.language, as: UTF8.self)
    if name.isEmpty { return nil }
    let column = Int(node.pointee.as.code.fence_length) + max(1, Int(node.pointee.start_column))
    let start = range(of: node)
    return language(named: name, at: SourceRange(path, line: start.start.line, column: column))
  }

  /// The language that goes by a name; an unknown one is reported.
  mutating func language(named name: String, at range: SourceRange) -> Language? {
    if let language = highlighter.language(named: dialect.code.aliases[name] ?? name) { return language }
    languages.report(name, nearMiss: highlighter.nearMiss(of: name), at: range)
    return nil
  }
}
