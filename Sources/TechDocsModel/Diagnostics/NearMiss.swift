/// The candidate that a mistyped word most likely meant.
///
/// Optimal string alignment distance (Damerau-Levenshtein without repeated edits) of at most a third of the word,
/// compared without case; among equals the first by UTF-8 order. O(candidates × length), and for those that share
/// most letters with the word O(length × distance).
package struct NearMiss: Sendable {
  /// The nearest candidate; nil when none is near enough.
  package let candidate: String?

  package init(of word: String, among candidates: some Sequence<String>) {
    let wanted = LoweredWord(word)
    var other = wanted, rows = AlignmentRows(), limit = max(1, wanted.bytes.count / 3)
    var best: (distance: Int, candidate: String)?
    for candidate in candidates where candidate != word {
      other.replace(by: candidate)
      guard wanted.mayBe(within: limit, of: other),
        let distance = rows.distance(wanted.bytes, other.bytes, limit: limit)
      else { continue }
      if best.map({ distance < $0.distance || candidate.isBefore($0.candidate) }) ?? true {
        (best, limit) = ((distance, candidate), distance)
      }
    }
    candidate = best?.candidate
  }

  /// `did you mean 'x'?`, or nil.
  package var suggestion: String? { candidate.map { "did you mean '\($0)'?" } }
}

/// The first 128 bytes of a word in small letters, and which letters it has.
private struct LoweredWord {
  private(set) var bytes: [UInt8] = []
  private var letters: UInt64 = 0

  init(_ word: String) { replace(by: word) }

  /// Becomes another word in the same memory.
  mutating func replace(by word: String) {
    bytes.removeAll(keepingCapacity: true)
    letters = 0
    var word = word
    let isASCII = word.withUTF8 { bytes in
      for byte in bytes.prefix(128) {
        guard byte < 0x80 else { return false }
        put(byte | (UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? 0x20 : 0))
      }
      return true
    }
    if !isASCII { lowerCharacters(of: word) }
  }

  private mutating func lowerCharacters(of word: String) {
    bytes.removeAll(keepingCapacity: true)
    letters = 0
    for byte in word.lowercased().utf8.prefix(128) { put(byte) }
  }

  private mutating func put(_ byte: UInt8) {
    bytes.append(byte)
    letters |= 1 << UInt64(byte & 63)
  }

  /// False where lengths or letters rule it out: an edit changes at most two letters of a word.
  func mayBe(within limit: Int, of other: Self) -> Bool {
    abs(bytes.count - other.bytes.count) <= limit && (letters ^ other.letters).nonzeroBitCount <= 2 * limit
  }
}

/// Three rows of the table of distances, kept from one candidate to the next.
private struct AlignmentRows {
  private var twoBack = [UInt8](), previous = [UInt8](), current = [UInt8]()

  /// The distance, or nil where it is over the limit or nothing is left of the word. Only the cells near the diagonal are
  /// looked at, so the lengths may differ by the limit at most.
  mutating func distance(_ one: [UInt8], _ other: [UInt8], limit: Int) -> Int? {
    guard !other.isEmpty else { return nil }
    let far = UInt8(limit + 1)
    previous = (0...other.count).map { UInt8(min($0, limit + 1)) }
    current = [UInt8](repeating: far, count: other.count + 1)
    twoBack = current
    var least = (last: UInt8(0), before: UInt8(0))
    // No row comes below the two before it.
    for row in one.indices where min(least.last, least.before) < far {
      least = (last: fill(row, max(0, row - limit)..<min(other.count, row + limit + 1), one, other, far), least.last)
      (twoBack, previous, current) = (previous, current, twoBack)
    }
    guard min(least.last, least.before) < far else { return nil }
    let distance = Int(previous[other.count])
    return distance <= limit ? distance : nil
  }

  /// Fills the current row, and returns the least of it.
  private mutating func fill(_ row: Int, _ columns: Range<Int>, _ one: [UInt8], _ other: [UInt8], _ far: UInt8) -> UInt8
  {
    var least = columns.lowerBound == 0 ? UInt8(min(row + 1, Int(far))) : far
    current[columns.lowerBound] = least
    for column in columns {
      var cost = min(previous[column + 1], current[column]) + 1
      cost = min(cost, previous[column] + (one[row] == other[column] ? 0 : 1))
      if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
        cost = min(cost, twoBack[column - 1] + 1)
      }
      current[column + 1] = min(cost, far)
      least = min(least, cost)
    }
    if columns.upperBound < other.count { current[columns.upperBound + 1] = far }
    return least
  }
}
