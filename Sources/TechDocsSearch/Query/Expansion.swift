/// A word of a query and the terms of the index that stand for it.
struct QueryWord {
  /// Why a term stands for a word.
  enum Form { case exact, stem, synonym, prefix, correction }

  struct Term {
    let entry: IndexTerm
    let factor: Double
    let form: Form
  }

  let word: [UInt8]
  var terms: [Term] = []

  /// In how many sections its commonest form stands.
  var commonest: Int { terms.map(\.entry.sections).max() ?? 0 }

  /// The place of the word that stands in the fewest of `sections`, of equals the first, which alone is read whole. Of the
  /// others only titles and headings are known where they have many postings, and that they stand somewhere on a page.
  static func rarest(_ sections: [Int]) -> Int? {
    sections.indices.filter { sections[$0] > 0 }.min { sections[$0] < sections[$1] }
  }
}

/// From the words of a query to terms: exact forms, kindred forms, beginnings, corrections. `terms.js` and `query.js`
/// do the same.
struct Expansion {
  static let stem = 0.55, stemOnly = 0.95, stemFit = 0.85, synonym = 0.8, prefix = 0.75, prefixMore = 0.6
  static let edit = 0.7, editFirst = 0.5, edits = 0.4

  static func words(of query: QueryText, in index: inout IndexReader) throws -> [QueryWord] {
    var words: [QueryWord] = []
    for word in query.content {
      var found = try forms(of: word, isLast: word == query.words.last, in: &index)
      if needsCorrection(found) { try correct(&found, in: &index) }
      words.append(found)
    }
    return words
  }

  private static func forms(of word: [UInt8], isLast: Bool, in index: inout IndexReader) throws -> QueryWord {
    var found = QueryWord(word: word), seen: Set<[UInt8]> = []
    func add(_ entry: IndexTerm, _ factor: Double, _ form: QueryWord.Form) {
      if seen.insert(entry.term).inserted { found.terms.append(.init(entry: entry, factor: factor, form: form)) }
    }
    if let entry = try index.entry(word) { add(entry, 1, .exact) }
    for entry in try kindred(word, in: &index) { add(entry, stem, .stem) }
    for other in synonyms(of: word, in: index.root) {
      if let entry = try index.entry(other) { add(entry, synonym, .synonym) }
    }
    guard isLast, word.count > 1 else { return found }
    let isFound = !found.terms.isEmpty, length = Double(units(word))
    let places = IndexReader.places(word, in: index.root.terms, most: 2)
    for entry in try index.entries(word, in: places, most: 200) {
      add(entry, (isFound ? prefixMore : prefix) * (length / Double(units(entry.term))).squareRoot(), .prefix)
    }
    return found
  }

  private static func kindred(_ word: [UInt8], in index: inout IndexReader) throws -> [IndexTerm] {
    guard word.count > 3, word.allSatisfy({ $0 >= 0x61 && $0 <= 0x7a }) else { return [] }
    let root = Stemmer.stem(word), prefix = Array(Stemmer.prefix(ofStem: root))
    let places =
      prefix.count > 2
      ? IndexReader.places(prefix, in: index.root.terms, most: 2, near: word)
      : IndexReader.places(word, in: index.root.terms, most: 1)
    return try index.entries(prefix, in: places).filter { Stemmer.stem($0.term) == root }
  }

  private static func synonyms(of word: [UInt8], in root: IndexRoot) -> [[UInt8]] {
    root.synonyms.map { $0.map { Array($0.utf8) } }.filter { $0.contains(word) }.flatMap(\.self).filter { $0 != word }
  }

  /// As JavaScript counts a string.
  private static func units(_ word: [UInt8]) -> Int { String(decoding: word, as: UTF8.self).utf16.count }

  private static func needsCorrection(_ found: QueryWord) -> Bool {
    guard (4...24).contains(units(found.word)), let first = found.word.first, !(0x30...0x39).contains(first) else {
      return false
    }
    return !found.terms.contains { $0.form != .prefix || $0.factor >= 0.7 }
  }

  private static func correct(_ found: inout QueryWord, in index: inout IndexReader) throws {
    let word = String(decoding: found.word, as: UTF8.self)
    for (candidate, distance) in try Corrections(word, in: index).best {
      guard let entry = try index.entry(Array(candidate.utf8)),
        !found.terms.contains(where: { $0.entry.term == entry.term })
      else { continue }
      let factor = distance > 1 ? edits : candidate.unicodeScalars.first == word.unicodeScalars.first ? edit : editFirst
      found.terms.append(.init(entry: entry, factor: factor, form: .correction))
    }
  }
}
