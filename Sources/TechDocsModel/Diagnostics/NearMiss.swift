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
    // An array's elements cost no call each.
    for candidate in Array(candidates) where candidate != word {
      guard other.replace(by: candidate, unlessFarther: limit, from: wanted),
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

  init(_ word: String) {
    bytes = Array(word.lowercased().utf8.prefix(128))
    for byte in bytes { letters |= 1 << UInt64(byte & 63) }
  }

  /// Becomes another word in the same memory, unless lengths or letters rule out that it is near enough; then false.
  mutating func replace(by word: String, unlessFarther limit: Int, from wanted: Self) -> Bool {
    var word = word
    let isNear: Bool? = word.withUTF8 { text in
      let text = UnsafeBufferPointer(rebasing: text.prefix(128))
      letters = 0
      var all: UInt8 = 0
      for byte in text {
        all |= byte
        letters |= 1 << UInt64(Self.lowered(byte) & 63)
      }
      guard all < 0x80 else { return nil }
      guard mayBe(count: text.count, within: limit, of: wanted) else { return false }
      bytes.removeAll(keepingCapacity: true)
      for byte in text { bytes.append(Self.lowered(byte)) }
      return true
    }
    if let isNear { return isNear }
    self = Self(word)
    return mayBe(count: bytes.count, within: limit, of: wanted)
  }

  @inline(__always)
  private static func lowered(_ byte: UInt8) -> UInt8 { byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte }

  /// False where lengths or letters rule it out: an edit changes at most two letters of a word.
  private func mayBe(count: Int, within limit: Int, of other: Self) -> Bool {
    abs(count - other.bytes.count) <= limit && (letters ^ other.letters).nonzeroBitCount <= 2 * limit
  }
}
