/// How much a section's score grows because the words of a query stand together in it, in whatever form they are found.
/// `texts.js` does the same.
struct Closeness {
  /// All words of the query, in order.
  let words: [[UInt8]]
  /// The words without stop words.
  let content: [[UInt8]]
  /// The place in `content` of the word that each term stands for.
  let forms: [[UInt8]: Int]

  /// 1 when they do not.
  func factor(heading: String, text: [UInt8]) -> Double {
    var list = QueryTokens(), tokenizer = Tokenizer()
    (Array(heading.utf8) + [0x20] + text).withUnsafeBufferPointer { tokenizer.tokens(of: $0, into: &list) }
    let terms = list.all.filter { $0.kind == .word }.map(\.token)
    let found = terms.map { term in words.contains(term) ? term : forms[term].map { content[$0] } ?? term }
    var phrase = 0.0, pairs = 0.0
    if words.count > 1 {
      let number = pairCount(in: found)
      if number == words.count - 1, holdsPhrase(found) { phrase = 1 }
      pairs = Double(number) / Double(words.count - 1)
    }
    return 1 + 0.5 * phrase + 0.35 * pairs * pairs + (content.count > 1 ? 0.25 * nearness(terms) : 0)
  }

  /// How many neighbours of the query are neighbours in the text.
  private func pairCount(in found: [[UInt8]]) -> Int {
    let seen = Set(zip(found, found.dropFirst()).map { $0 + [0x20] + $1 })
    return zip(words, words.dropFirst()).count { seen.contains($0 + [0x20] + $1) }
  }

  private func holdsPhrase(_ found: [[UInt8]]) -> Bool {
    guard found.count >= words.count else { return false }
    return (0...found.count - words.count).contains { start in
      words.indices.allSatisfy { found[start + $0] == words[$0] }
    }
  }

  /// 1 when all words stand side by side, less the wider the narrowest window with all of those that occur.
  private func nearness(_ found: [[UInt8]]) -> Double {
    let places = found.enumerated().compactMap { at, token in forms[token].map { (at: at, word: $0) } }
    let distinct = Set(places.map(\.word)).count
    guard distinct > 1 else { return 0 }
    var open: [Int: Int] = [:], from = 0, width = Int.max
    for (at, word) in places {
      open[word, default: 0] += 1
      while open.count == distinct {
        width = min(width, at - places[from].at + 1)
        let first = places[from].word
        open[first] = open[first] == 1 ? nil : open[first].map { $0 - 1 }
        from += 1
      }
    }
    return Double(distinct) / Double(content.count) * (Double(distinct) / Double(width))
  }
}
