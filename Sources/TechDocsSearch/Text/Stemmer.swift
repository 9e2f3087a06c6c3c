/// What English words have in common when endings are taken off. `search-text.js` holds the same rules.
///
/// Used when a query is read, never when text is indexed, so the index keeps each word as it was written. Light on
/// purpose: `deployment` and `deploy` stay two words. Only words of ASCII letters have a stem of their own.
enum Stemmer {
  /// The stem of a folded word; the word itself where no rule takes anything off.
  static func stem(_ word: [UInt8]) -> [UInt8] {
    guard word.count > 3, word.allSatisfy({ $0 >= 0x61 && $0 <= 0x7a }) else { return word }
    var stem = singular(word)
    if let rest = cut(stem, "ation", 4) ?? cut(stem, "ition", 4) { return rest }
    if let rest = cut(stem, "ion", 3), rest.last == UInt8(ascii: "t") { return withoutAt(rest) }
    if let rest = cut(stem, "ing", 3) ?? (ends(stem, "eed") ? nil : cut(stem, "ed", 3)), rest.contains(where: isVowel) {
      let isDouble = rest[rest.count - 1] == rest[rest.count - 2] && !"lsz".utf8.contains(rest[rest.count - 1])
      return isDouble ? Array(rest.dropLast()) : withoutAt(withoutE(rest))
    }
    stem = withoutE(stem)
    return stem.count < singular(word).count ? withoutAt(stem) : stem
  }

  /// The letters that all words of a stem begin with.
  static func prefix(ofStem stem: [UInt8]) -> ArraySlice<UInt8> {
    stem.last == UInt8(ascii: "y") && stem.count > 3 ? stem.dropLast() : stem[...]
  }

  private static func singular(_ word: [UInt8]) -> [UInt8] {
    if let rest = cut(word, "ies", 2) { return rest + [UInt8(ascii: "y")] }
    if ["sses", "xes", "ches", "shes", "zzes"].contains(where: { ends(word, $0) }) { return Array(word.dropLast(2)) }
    let isPlural = !"sui".utf8.contains(word[word.count - 2]) || ends(word, "kis") || ends(word, "pis")
    guard word.last == UInt8(ascii: "s"), isPlural else { return word }
    return Array(word.dropLast())
  }

  private static func withoutE(_ word: [UInt8]) -> [UInt8] {
    word.last == UInt8(ascii: "e") && word.count > 3 ? Array(word.dropLast()) : word
  }

  /// `generat` of `generate` and `generated`, as `gener` of `generation`.
  private static func withoutAt(_ word: [UInt8]) -> [UInt8] { cut(word, "at", 4) ?? word }

  private static func ends(_ word: [UInt8], _ ending: StaticString) -> Bool {
    word.count >= ending.utf8CodeUnitCount
      && word[(word.count - ending.utf8CodeUnitCount)...].elementsEqual(
        UnsafeBufferPointer(start: ending.utf8Start, count: ending.utf8CodeUnitCount))
  }

  /// The word without an ending, if at least `least` letters are left.
  private static func cut(_ word: [UInt8], _ ending: StaticString, _ least: Int) -> [UInt8]? {
    let length = word.count - ending.utf8CodeUnitCount
    return length >= least && ends(word, ending) ? Array(word[..<length]) : nil
  }

  private static func isVowel(_ byte: UInt8) -> Bool { "aeiouy".utf8.contains(byte) }
}
