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

  package init(_ rule: Rule, _ severity: Severity, what: String, why: String, mend: String) {
    self.rule = rule
    self.severity = severity
    self.what = what
    self.why = why
    self.mend = mend
  }
}
