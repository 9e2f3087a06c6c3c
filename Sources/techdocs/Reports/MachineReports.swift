import TechDocsModel

extension Report {
  /// One JSON object with all findings, for scripts; keys in a fixed order.
  var jsonText: String {
    let items = diagnostics.map { "    " + json(of: $0) }.joined(separator: ",\n")
    return """
      {
        "version": 1,
        "errors": \(count(.error)),
        "warnings": \(count(.warning)),
        "notes": \(count(.note)),
        "diagnostics": [\(items.isEmpty ? "" : "\n\(items)\n  ")]
      }

      """
  }

  private func json(of finding: Diagnostic) -> String {
    var fields = [
      ("rule", JSONText.quoted(finding.rule.name)), ("severity", JSONText.quoted(finding.severity.rawValue)),
      ("message", JSONText.quoted(finding.message)),
    ]
    fields += finding.range.map(placeFields) ?? []
    fields += finding.help.map { [("help", JSONText.quoted($0))] } ?? []
    let notes = finding.notes.map { note in
      object([("message", JSONText.quoted(note.message))] + (note.range.map(placeFields) ?? []))
    }
    if !notes.isEmpty { fields.append(("notes", "[" + notes.joined(separator: ", ") + "]")) }
    return object(fields)
  }

  private func placeFields(_ range: SourceRange) -> [(String, String)] {
    [
      ("path", JSONText.quoted(displayPath(range.path))), ("line", "\(range.start.line)"),
      ("column", "\(range.start.column)"), ("endLine", "\(range.end.line)"), ("endColumn", "\(range.end.column)"),
    ]
  }

  private func object(_ fields: [(String, String)]) -> String {
    "{" + fields.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}"
  }

  /// Annotations of GitHub's workflow commands: `::error file=…,line=…::message`.
  var gitHubText: String {
    diagnostics.map { finding in
      let kind = finding.severity == .note ? "notice" : finding.severity.rawValue
      var properties = ["title=\(Self.property(finding.rule.name))"]
      if let range = finding.range {
        properties =
          [
            "file=\(Self.property(displayPath(range.path)))", "line=\(range.start.line)", "endLine=\(range.end.line)",
            "col=\(range.start.column)", "endColumn=\(range.end.column)",
          ] + properties
      }
      let message = finding.message + (finding.help.map { "\n" + $0 } ?? "")
      return "::\(kind) \(properties.joined(separator: ","))::\(Self.data(message))\n"
    }.joined()
  }

  /// Escapes the message of a workflow command. Source: `escapeData` of actions/toolkit.
  private static func data(_ text: String) -> String {
    text.replacingASCII(["%": "%25", "\r": "%0D", "\n": "%0A"])
  }

  /// Escapes a property of a workflow command. Source: `escapeProperty` of actions/toolkit.
  private static func property(_ text: String) -> String {
    data(text).replacingASCII([":": "%3A", ",": "%2C"])
  }
}
