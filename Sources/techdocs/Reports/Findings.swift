#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import TechDocsModel
import TechDocsSite

/// What a run found, with the severities that its settings give, and how it is told.
struct Findings {
  /// Sorted, each once.
  let all: [Diagnostic]
  private let options: SourceOptions
  private let isStrict: Bool
  private let repositories: [Repository]

  init(_ raw: [Diagnostic], settings: WorkspaceConfig, options: SourceOptions, repositories: [Repository]) {
    let kept = raw.compactMap { finding -> Diagnostic? in
      guard let severity = settings.severity(of: finding.rule, by: finding.severity) else { return nil }
      var final = finding
      final.severity = severity
      return final
    }
    var seen: Set<Diagnostic> = []
    all = kept.sorted().filter { seen.insert($0).inserted }
    self.options = options
    isStrict = options.strict || settings.strict
    self.repositories = repositories
  }

  var counts: [Severity: Int] { Dictionary(grouping: all, by: \.severity).mapValues(\.count) }

  /// Whether they fail the command: errors do, under `--strict` warnings too.
  var isFailure: Bool { all.contains(where: fails) }

  private func fails(_ finding: Diagnostic) -> Bool {
    finding.severity == .error || isStrict && finding.severity == .warning
  }

  /// What the options ask to be shown.
  var report: Report { report(all.filter(isShown)) }

  /// What makes the command fail, as plain text.
  var problems: String { report(all.filter(fails)).text(.human, style: .plain) }

  private func report(_ findings: [Diagnostic]) -> Report {
    Report(diagnostics: findings, line: line, displayPath: displayPath)
  }

  private func isShown(_ finding: Diagnostic) -> Bool {
    options.quiet ? finding.severity == .error : options.verbose || finding.severity != .note
  }

  private func displayPath(_ path: SourcePath) -> String {
    let folder = options.loader.folder
    return folder == "." ? path.description : RelativePath.joining(folder, path.description)
  }

  private func line(_ path: SourcePath, _ number: Int) -> String? {
    let repository = repositories.first { $0.name == path.repository }
    guard let repository else {
      return FolderTree(options.loader.folder, repository: "")?.text(at: path.path)?.line(number)
    }
    return repository.tree.text(at: path.path, limit: Limits.markdownBytes)?.line(number)
  }
}
