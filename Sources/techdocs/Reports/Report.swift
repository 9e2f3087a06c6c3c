import TechDocsModel
import TechDocsSite

/// What a command tells about its findings: the same facts in one of several forms.
struct Report {
  /// Sorted, with their final severities.
  let diagnostics: [Diagnostic]
  /// Reads one line of a source, for code frames.
  let line: (SourcePath, Int) -> String?
  /// A source's path as seen from the working directory.
  let displayPath: (SourcePath) -> String

  /// The report's text for standard output (machine forms) or standard error (human form).
  func text(_ format: ReportFormat, style: TerminalStyle) -> String {
    switch format {
    case .human: HumanReport(report: self, style: style).text
    case .json: jsonText
    case .sarif: SARIFReport(report: self).text
    case .github: gitHubText
    }
  }

  func count(_ severity: Severity) -> Int { diagnostics.lazy.filter { $0.severity == severity }.count }
}

/// The forms that `--format` knows.
enum ReportFormat: String, CaseIterable {
  case human, json, sarif, github
}
