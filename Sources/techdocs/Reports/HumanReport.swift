import TechDocsModel

/// Findings for a person: place, severity, message, rule; the line with a caret; help and notes.
struct HumanReport {
  let report: Report
  let style: TerminalStyle

  var text: String { report.diagnostics.map(paragraph).joined() }

  private func paragraph(_ finding: Diagnostic) -> String {
    let place = finding.range.map { style.bold(self.place($0)) + ": " } ?? ""
    let severity = style.severity(finding.severity, finding.severity.rawValue + ":")
    var text = "\(place)\(severity) \(TerminalText.escaped(finding.message)) \(style.dim("[\(finding.rule)]"))\n"
    if let range = finding.range { text += CodeFrame(range, line: report.line, style: style).text }
    if let help = finding.help { text += "  \(style.bold("help:")) \(TerminalText.escaped(help))\n" }
    for note in finding.notes {
      let place = note.range.map { self.place($0) + ": " } ?? ""
      text += "  \(style.bold("note:")) \(place)\(TerminalText.escaped(note.message))\n"
    }
    return text
  }

  private func place(_ range: SourceRange) -> String {
    "\(TerminalText.escaped(report.displayPath(range.path))):\(range.start.line):\(range.start.column)"
  }
}

/// Text of a repository on its way to a terminal.
enum TerminalText {
  /// Control and bidirectional formatting characters become `\u{…}`, so that no file can drive a terminal.
  static func escaped(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    return text.unicodeScalars.reduce(into: "") { result, scalar in
      if isUnsafe(scalar) {
        result += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }

  /// The same for each line of a text, line ends kept.
  static func escapedLines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { escaped(String($0)) }.joined(separator: "\n")
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7f..<0xa0, 0x200e...0x200f, 0x202a...0x202e, 0x2066...0x2069: true
    default: false
    }
  }
}
