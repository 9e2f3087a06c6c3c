import TechDocsModel
import TechDocsSite

/// Findings as SARIF 2.1.0, which code scanning services read.
struct SARIFReport {
  let report: Report

  var text: String {
    let results = report.diagnostics.map(result).joined(separator: ",\n")
    return """
      {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
          "tool": {"driver": {"name": "techdocs", "version": "\(toolVersion)", "rules": [
      \(rules.map(descriptor).joined(separator: ",\n"))
          ]}},
          "results": [
      \(results)
          ]
        }]
      }

      """
  }

  /// The rules that this run reports, sorted.
  private var rules: [Rule] { Set(report.diagnostics.map(\.rule)).sorted() }

  private func descriptor(_ rule: Rule) -> String {
    let about = RuleBook.about(rule)
    let summary = about?.what ?? rule.name
    return """
            {"id": \(JSONText.quoted(rule.name)), "shortDescription": {"text": \(JSONText.quoted(summary))}, \
      "defaultConfiguration": {"level": "\(about?.severity.rawValue ?? "warning")"}}
      """
  }

  private func result(_ finding: Diagnostic) -> String {
    let text = finding.message + (finding.help.map { "; " + $0 } ?? "")
    let locations = finding.range.map { ", \"locations\": [\(location($0))]" } ?? ""
    return """
            {"ruleId": \(JSONText.quoted(finding.rule.name)), "level": "\(finding.severity.rawValue)", \
      "message": {"text": \(JSONText.quoted(text))}\(locations)}
      """
  }

  private func location(_ range: SourceRange) -> String {
    """
    {"physicalLocation": {"artifactLocation": {"uri": \(JSONText.quoted(uri(report.displayPath(range.path))))}, \
    "region": {"startLine": \(range.start.line), "startColumn": \(range.start.column), \
    "endLine": \(range.end.line), "endColumn": \(max(range.end.column, 1))}}}
    """
  }

  private func uri(_ path: String) -> String { PercentEncoding.path(path) }
}
