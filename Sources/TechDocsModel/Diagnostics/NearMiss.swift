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
    var other = wanted, alignment = Alignment(wanted.bytes), limit = max(1, wanted.bytes.count / 3)
    var best: (distance: Int, candidate: String)?
    for candidate in candidates where candidate != word {
      other.replace(by: candidate)
      guard wanted.mayBe(within: limit, of: other),
        let distance = alignment.distance(to: other.bytes, limit: limit)
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
