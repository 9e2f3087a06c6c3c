package import TechDocsModel

/// What a rule is about, as `docs/reference/rules.md` tells it.
package struct RuleAbout: Sendable, Hashable {
  package let rule: Rule
  /// Unless `rules:` in techdocs.yml says otherwise.
  package let severity: Severity
  /// What is found, one line.
  package let what: String
  /// Why a reader should care.
  package let why: String
  /// How to mend it.
  package let mend: String
  /// Whether an error of this rule means that its source cannot be taken as its author meant it; see `Verdict`.
  package let stops: Bool

  package init(_ rule: Rule, _ severity: Severity, what: String, why: String, mend: String, stops: Bool = false) {
    self.rule = rule
    self.severity = severity
    self.what = what
    self.why = why
    self.mend = mend
    self.stops = stops
  }
}
