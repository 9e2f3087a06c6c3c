/// How grave a finding is.
package enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
  /// Points at a second place, or says what was done instead.
  case note
  /// The site works, but not as meant.
  case warning
  /// A reader would meet something broken.
  case error

  package static func < (one: Severity, other: Severity) -> Bool { one.rank < other.rank }

  private var rank: Int { self == .note ? 0 : self == .warning ? 1 : 2 }
}

/// The name of a rule, as users write it in `techdocs.yml`: kebab-case, never renamed.
package struct Rule: Hashable, Sendable, ExpressibleByStringLiteral, Comparable, CustomStringConvertible {
  package let name: String

  package init(_ name: String) { self.name = name }
  package init(stringLiteral name: String) { self.name = name }
  package var description: String { name }
  package static func < (one: Rule, other: Rule) -> Bool { one.name.isBefore(other.name) }
}

/// Something an author should know: what, where, and how to mend it. Told to an author, never logged.
///
/// The message says what is wrong, the specific word first, names in 'single quotes', no full stop.
package struct Diagnostic: Hashable, Sendable {
  /// A second place that belongs to the finding, as in "first defined here".
  package struct Note: Hashable, Sendable {
    package let message: String
    package let range: SourceRange?

    package init(_ message: String, at range: SourceRange? = nil) {
      self.message = message
      self.range = range
    }
  }

  package let rule: Rule
  package var severity: Severity
  package let message: String
  /// The smallest range that shows the fault; nil only where no file is at fault (an empty folder, say).
  package let range: SourceRange?
  /// How to mend it, as in `did you mean 'runbook.md'?`.
  package let help: String?
  package let notes: [Note]

  package init(
    _ severity: Severity, _ rule: Rule, at range: SourceRange?, _ message: String, help: String? = nil,
    notes: [Note] = []
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.range = range
    self.help = help
    self.notes = notes
  }

  package static func error(
    _ rule: Rule, at range: SourceRange?, _ message: String, help: String? = nil, notes: [Note] = []
  ) -> Diagnostic {
    Diagnostic(.error, rule, at: range, message, help: help, notes: notes)
  }

  package static func warning(
    _ rule: Rule, at range: SourceRange?, _ message: String, help: String? = nil, notes: [Note] = []
  ) -> Diagnostic {
    Diagnostic(.warning, rule, at: range, message, help: help, notes: notes)
  }

  package static func note(
    _ rule: Rule, at range: SourceRange?, _ message: String, help: String? = nil, notes: [Note] = []
  ) -> Diagnostic {
    Diagnostic(.note, rule, at: range, message, help: help, notes: notes)
  }
}

extension Diagnostic: Comparable {
  /// Order of reports: path, line, column, rule, message; findings without a place come first. Equal on every run.
  package static func < (one: Diagnostic, other: Diagnostic) -> Bool {
    switch (one.range, other.range) {
    case (nil, .some): return true
    case (.some, nil): return false
    case (.some(let mine), .some(let theirs)) where mine != theirs: return mine < theirs
    default: return one.rule == other.rule ? one.message.isBefore(other.message) : one.rule < other.rule
    }
  }
}
