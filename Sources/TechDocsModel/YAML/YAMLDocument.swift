import Yams

/// Reads YAML into nodes with positions. Nothing is executed, resolved or fetched; any text ends in a value.
///
/// Yams' `compose` only: its `load` traps on a mapping used as a key, as an unquoted `{{ name }}` is.
package enum YAMLDocument {
  /// The first document of a file; nil for an empty or unreadable one.
  package static func parse(_ source: SourceText) -> Diagnosed<YAMLNode?> {
    let all = parseAll(source)
    return Diagnosed(all.value.first, all.diagnostics)
  }

  /// Every document of a file, up to the first fault.
  package static func parseAll(_ source: SourceText) -> Diagnosed<[YAMLNode]> {
    parseAll(source, text: source.text, lineOffset: 0)
  }

  /// The YAML in a part of a file; positions are those of the file.
  ///
  /// `lines` are counted from 0: those between the fences of a front matter, say.
  package static func parse(_ text: String, in source: SourceText, lineOffset: Int) -> Diagnosed<YAMLNode?> {
    let all = parseAll(source, text: text, lineOffset: lineOffset)
    return Diagnosed(all.value.first, all.diagnostics)
  }

  private static func parseAll(_ source: SourceText, text: String, lineOffset: Int) -> Diagnosed<[YAMLNode]> {
    guard text.utf8.count <= Limits.configurationBytes else {
      let range = SourceRange(source.path, line: 1)
      return Diagnosed(
        [], [.error("yaml-syntax", at: range, "YAML of more than 1 MB is not read", help: "split the file")])
    }
    var nodes: [YAMLNode] = [], diagnostics: [Diagnostic] = []
    var convert = YAMLConversion(path: source.path, lineOffset: lineOffset)
    do {
      let parser = try Yams.Parser(yaml: text)
      while let node = try parser.nextRoot() {
        nodes.append(convert.converted(node))
        if convert.isExhausted { break }
      }
    } catch {
      diagnostics.append(fault(error, in: source.path, lineOffset: lineOffset))
    }
    if convert.isExhausted {
      let range = SourceRange(source.path, line: lineOffset + 1)
      diagnostics.append(
        .error(
          "yaml-syntax", at: range, "YAML nests deeper than 64 or grows past 100,000 nodes; the rest is not read",
          help: "write aliases out, or flatten the file"))
    }
    return Diagnosed(nodes, diagnostics)
  }

  /// The parser's complaint at its place.
  private static func fault(_ error: any Error, in path: SourcePath, lineOffset: Int) -> Diagnostic {
    func place(_ mark: Mark?) -> SourceRange {
      SourceRange(path, line: max(1, (mark?.line ?? 1)) + lineOffset, column: max(1, mark?.column ?? 1))
    }
    switch error {
    case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _):
      return .error(
        "yaml-syntax", at: place(mark), "YAML cannot be read here: \(problem)",
        help: "check the indentation and quotes of this line and the one above")
    case YamlError.duplicatedKeysInMapping(let duplicates, let context):
      let names = duplicates.joined(separator: "', '")
      return .error(
        "yaml-syntax", at: place(context.mark), "Key '\(names)' stands twice in this mapping", help: "keep one of them")
    default:
      return .error("yaml-syntax", at: place(nil), "YAML cannot be read: \(error)")
    }
  }
}
