package import TechDocsModel

/// Whether a build has anything worth writing.
///
/// A broken link spoils one place of a site, and the site is written. A configuration that cannot be read, a path out of
/// the repository or a second claim on a name put the whole source in doubt: when no source of a build is free of such
/// findings, the site of the last build is better than what would replace it. One sound source is enough to go on, so
/// that nobody can hold up the others' pages.
package struct Verdict: Sendable, Hashable {
  /// The rules that put every source in doubt, sorted; empty when the site is to be written.
  package let rules: [Rule]

  /// Findings must have their final severities; `sources` are the names of the repositories.
  package init(_ findings: [Diagnostic], sources: [String]) {
    let grave = findings.filter { $0.severity == .error && RuleBook.about($0.rule)?.stops ?? false }
    let doubtful = Set(grave.flatMap(Self.places).map(\.repository))
    rules = !sources.isEmpty && doubtful.isSuperset(of: sources) ? Set(grave.map(\.rule)).sorted() : []
  }

  /// Of two sources that claim one name, either may be the impostor.
  private static func places(_ finding: Diagnostic) -> [SourcePath] {
    ([finding.range] + finding.notes.map(\.range)).compactMap { $0?.path }
  }
}
