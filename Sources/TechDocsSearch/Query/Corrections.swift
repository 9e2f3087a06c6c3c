/// Words of the index one edit from a mistyped one, or two edits from a long one.
///
/// One edit leaves the first letters as they are, or the last, so all candidates stand in two places of the dictionary.
struct Corrections {
  /// The commonest first, with the number of edits.
  let best: [(word: String, edits: Int)]

  init(_ word: String, in index: IndexReader) throws {
    let letters = Array(word.unicodeScalars), tail = (letters.count - 1) / 2, head = letters.count - 1 - tail
    let start = Self.bytes(letters[..<head]), end = Self.bytes(letters[(letters.count - tail)...].reversed())
    var candidates: [String: UInt8] = [:]
    let forward = IndexReader.places(start, in: index.root.words, most: 2, near: Array(word.utf8))
    for place in forward {
      for (found, weight) in try index.words(place, in: index.root.words, folder: "w").words
      where found.starts(with: start) { candidates[String(decoding: found, as: UTF8.self)] = weight }
    }
    let backward = IndexReader.places(end, in: index.root.reversed, most: 2, near: Self.bytes(letters.reversed()))
    for place in backward {
      for (found, weight) in try index.words(place, in: index.root.reversed, folder: "r").words
      where found.starts(with: end) {
        candidates[Self.text(String(decoding: found, as: UTF8.self).unicodeScalars.reversed())] = weight
      }
    }
    let near = candidates.map {
      (word: $0.key, weight: $0.value, edits: Self.distance(letters, Array($0.key.unicodeScalars)))
    }
    let least = near.contains { $0.edits == 1 } ? 1 : letters.count >= 8 ? 2 : 0
    let sorted = near.filter { $0.edits > 0 && $0.edits <= least }.sorted {
      $0.weight == $1.weight ? $0.word.utf8.lexicographicallyPrecedes($1.word.utf8) : $0.weight > $1.weight
    }
    best = sorted.prefix(8).map { ($0.word, $0.edits) }
  }

  private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  private static func bytes(_ scalars: some Sequence<Unicode.Scalar>) -> [UInt8] { Array(text(scalars).utf8) }

  /// How many edits make one word of the other, 3 for more than two. A swap of neighbours is one.
  static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
    if abs(one.count - other.count) > 2 { return 3 }
    var before: [Int] = [], previous = Array(0...other.count)
    for row in 1...max(one.count, 1) where row <= one.count {
      var current = [row]
      for column in 1...max(other.count, 1) where column <= other.count {
        let isSame = one[row - 1] == other[column - 1]
        var least = min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, one[row - 1] == other[column - 2], one[row - 2] == other[column - 1] {
          least = min(least, before[column - 2] + 1)
        }
        current.append(least)
      }
      if current.min() ?? 0 > 2 { return 3 }
      (before, previous) = (previous, current)
    }
    return min(previous[other.count], 3)
  }
}
