package import TechDocsModel

/// When each file of a repository was last changed, as its commits say.
///
/// Dates are those of the authors, in UTC: the same on every machine and at any time.
package struct RepositoryHistory: Sendable {
  package struct Change: Sendable, Hashable {
    /// In full, in hexadecimal.
    package let commit: String
    /// Seconds since 1970.
    let time: Int
    /// As in `2026-03-14`.
    package var day: String { RepositoryHistory.day(time) }
  }

  /// What it was read from, and how much of it: the same origin gives the same history.
  struct Origin: Sendable, Hashable {
    let folder: GitFolder
    /// Paths from the checkout's top; empty for all.
    let folders: [String]
  }

  let origin: Origin
  /// By path from the repository's top folder.
  private var changes: [String: Change] = [:]

  init(_ origin: Origin) { self.origin = origin }

  /// The last change of a file; nil for one that was never committed.
  subscript(path: String) -> Change? { changes[path] }

  var count: Int { changes.count }

  /// Takes what `git log` prints, newest first: with `-z`, a commit's mark, its hash and its time, then its paths.
  ///
  /// A path may hold any byte but zero, so one that looks like a commit's line is told apart by its place only as far
  /// as git prints it; a forged one gives a wrong date and nothing else.
  mutating func take(_ log: ArraySlice<UInt8>) {
    var current: Change?
    for field in log.split(separator: 0) {
      let text = field.first == UInt8(ascii: "\n") ? field.dropFirst() : field
      if text.first == 1 {
        current = Self.commit(text.dropFirst())
      } else if let current {
        let path = String(decoding: text, as: UTF8.self)
        if changes[path] == nil { changes[path] = current }
      }
    }
  }

  /// The first commit that `git log` prints.
  static func newest(_ log: ArraySlice<UInt8>) -> Change? {
    log.split(separator: 0).first.flatMap { $0.first == 1 ? commit($0.dropFirst()) : nil }
  }

  /// `hash` 0x02 `seconds since 1970`.
  private static func commit(_ text: ArraySlice<UInt8>) -> Change? {
    let parts = text.split(separator: 2)
    guard parts.count == 2, GitFolder.isHash(parts[0]), let seconds = Int(String(decoding: parts[1], as: UTF8.self))
    else { return nil }
    return Change(commit: String(decoding: parts[0], as: UTF8.self), time: seconds)
  }

  /// The date of a time in UTC.
  ///
  /// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`.
  static func day(_ seconds: Int) -> String {
    let seconds = min(max(seconds, 0), 253_402_300_799)
    let days = seconds / 86_400 + 719_468
    let era = days / 146_097, dayOfEra = days % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}
