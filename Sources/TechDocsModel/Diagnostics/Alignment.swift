/// The word as a pattern that candidates are held against.
struct Alignment {
  private let word: [UInt8]
  /// By byte: a bit for each place where it stands in the word. Empty for words that are longer than a machine word.
  private let places: [UInt64]
  private var rows = AlignmentRows()

  init(_ word: [UInt8]) {
    self.word = word
    var places = [UInt64](repeating: 0, count: word.count > 64 ? 0 : 256)
    if !places.isEmpty { for (index, byte) in word.enumerated() { places[Int(byte)] |= 1 << UInt64(index) } }
    self.places = places
  }

  /// The distance, or nil where it is over the limit or nothing is left of the word.
  mutating func distance(to other: [UInt8], limit: Int) -> Int? {
    guard !word.isEmpty, !places.isEmpty else { return rows.distance(word, other, limit: limit) }
    guard !other.isEmpty else { return nil }
    let distance = inBits(other)
    return distance <= limit ? distance : nil
  }

  /// A column of the table of distances at a time, as the differences between its cells.
  ///
  /// Source: Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances", 2003.
  private func inBits(_ other: [UInt8]) -> Int {
    var up = ~UInt64(0), down: UInt64 = 0, diagonal: UInt64 = 0, before: UInt64 = 0, distance = word.count
    let last = UInt64(1) << UInt64(word.count - 1)
    for byte in other {
      let place = places[Int(byte)], swapped = ((~diagonal & place) << 1) & before
      diagonal = (((place & up) &+ up) ^ up) | place | down | swapped
      var right = down | ~(diagonal | up), left = diagonal & up
      if right & last != 0 { distance += 1 }
      if left & last != 0 { distance -= 1 }
      right = right << 1 | 1
      left <<= 1
      up = left | ~(diagonal | right)
      down = right & diagonal
      before = place
    }
    return distance
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
