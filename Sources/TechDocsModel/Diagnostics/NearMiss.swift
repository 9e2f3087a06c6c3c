/// The candidate that a mistyped word most likely meant.
///
/// Optimal string alignment distance (Damerau-Levenshtein without repeated edits) of at most a third of the word,
/// compared without case; among equals the first by UTF-8 order. O(candidates × length²), so callers with many
/// thousands of candidates narrow them first.
package struct NearMiss: Sendable {
  /// The nearest candidate; nil when none is near enough.
  package let candidate: String?

  package init(of word: String, among candidates: some Sequence<String>) {
    let wanted = Array(word.lowercased().utf8.prefix(128))
    let limit = max(1, wanted.count / 3)
    var best: (distance: Int, candidate: String)?
    for candidate in candidates where candidate != word {
      let other = Array(candidate.lowercased().utf8.prefix(128))
      guard abs(other.count - wanted.count) <= limit else { continue }
      let distance = Self.distance(wanted, other)
      guard distance <= limit else { continue }
      if best.map({ distance < $0.distance || distance == $0.distance && candidate.isBefore($0.candidate) }) ?? true {
        best = (distance, candidate)
      }
    }
    candidate = best?.candidate
  }

  /// `did you mean 'x'?`, or nil.
  package var suggestion: String? { candidate.map { "did you mean '\($0)'?" } }

  private static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var twoBack = [Int](), previous = Array(0...other.count)
    for (row, byte) in one.enumerated() {
      var current = [row + 1]
      for (column, otherByte) in other.enumerated() {
        var cost = min(previous[column + 1], current[column]) + 1
        cost = min(cost, previous[column] + (byte == otherByte ? 0 : 1))
        if row > 0, column > 0, byte == other[column - 1], one[row - 1] == otherByte {
          cost = min(cost, twoBack[column - 1] + 1)
        }
        current.append(cost)
      }
      (twoBack, previous) = (previous, current)
    }
    return previous[other.count]
  }
}
