/// A built index, open for queries: the same results in the same order as in a browser.
package struct SearchIndex {
  /// One page that answers a query.
  package struct Hit: Sendable {
    /// From the site's root, with the section's anchor.
    package let url: String
    package let title: String
    /// The heading of the best section; empty for the page's beginning.
    package let section: String
    package let breadcrumbs: [String]
    package let service: String
    package let score: Double
    package let excerpt: String
  }

  package struct Results: Sendable {
    package let hits: [Hit]
    /// How many pages have a match.
    package let total: Int
    /// What was typed and what was searched for instead.
    package let corrected: [(typed: String, word: String)]
    /// Filters that name nothing here, as in `service:nope`, and what each may have meant; in the text they are words.
    package var unknown: [(typed: String, meant: String?)] = []
  }

  /// Results are read so many at a time, and keep their place when more are asked for.
  private static let wave = 5
  /// So many results have to be good.
  private static let first = 10

  private var reader: IndexReader

  /// `read` gives the bytes of a file below the site's `search/`; nil when there is none.
  package init(_ read: @escaping (String) -> [UInt8]?) throws { reader = try IndexReader(read) }

  /// `filters` narrow the search as `service:payments-api` in the text does.
  package mutating func search(
    _ text: String, limit: Int = 10, filters: [(facet: String, value: String)] = []
  ) throws -> Results {
    let asksForTags = filters.contains { $0.facet == "tag" } || text.lowercased().contains("tag:")
    let facets = FacetFilter(reader.root, tags: asksForTags ? try reader.tags() : [])
    let query = QueryText(text) { facets.isKnown($0, $1) }
    let asked = filters.map { (facet: $0.facet, value: $0.value.lowercased()) }
    let all = query.filters + asked
    var results = try results(of: query, all.isEmpty ? nil : facets.test(all), limit)
    results.unknown = (query.unknown + asked.filter { !facets.isKnown($0.facet, $0.value) }).map { facet, value in
      ("\(facet):\(value)", facets.meant(facet, value).map { "\(facet):\($0)" })
    }
    return results
  }

  /// `isAllowed` is what filters leave; nil when there are none.
  private mutating func results(
    of query: QueryText, _ isAllowed: ((Int) -> Bool)?, _ limit: Int
  ) throws -> Results {
    guard !query.content.isEmpty else { return try listed(isAllowed ?? { _ in false }, query, limit) }
    let words = try Expansion.words(of: query, in: &reader)
    let (pages, rarities) = try ranked(words, query, isAllowed ?? { _ in true })
    let corrected = words.compactMap { word -> (String, String)? in
      guard let first = word.terms.first, word.terms.allSatisfy({ $0.form == .correction }) else { return nil }
      return (String(decoding: word.word, as: UTF8.self), String(decoding: first.entry.term, as: UTF8.self))
    }
    let hits = try judged(pages, query, words, rarities, limit: limit)
    return Results(hits: hits, total: pages.count, corrected: corrected)
  }

  /// What filters leave where no word is asked for, in the order of the index.
  private mutating func listed(_ isAllowed: (Int) -> Bool, _ query: QueryText, _ limit: Int) throws -> Results {
    let pages = reader.root.sources.flatMap { $0.base..<$0.base + $0.pages }.filter(isAllowed).map {
      Ranking.Page(page: $0, score: 0, sections: [Ranking.Section(ordinal: 0, score: 0)])
    }
    let hits = try judged(Array(pages.prefix(limit)), query, [], [], limit: limit)
    return Results(hits: hits, total: pages.count, corrected: [])
  }

  private mutating func ranked(
    _ words: [QueryWord], _ query: QueryText, _ isAllowed: (Int) -> Bool
  ) throws -> (pages: [Ranking.Page], rarities: [Double]) {
    let rarest = QueryWord.rarest(words.map(\.commonest))
    var matches = Matches(count: words.count)
    func add(_ isIn: (QueryWord.Form) -> Bool, _ factor: (QueryWord.Term) -> Double) throws {
      for (index, word) in words.enumerated() {
        for term in word.terms where isIn(term.form) {
          let fit = term.form == .stem ? Expansion.stemFit : factor(term)
          // Beginnings of a word are many, so they are never read whole.
          let postings = try reader.postings(of: term.entry, isWhole: index == rarest && term.form != .prefix)
          matches.add(index, postings, factor: factor(term), fit: fit, isAllowed)
        }
      }
    }
    // Kindred forms count little beside what was asked for, and nearly as much where that is not to be had.
    try add({ $0 != .stem }, \.factor)
    let stem = matches.isComplete ? Expansion.stem : Expansion.stemOnly
    try add({ $0 == .stem }, { _ in stem })
    let all = reader.root.sections
    let rarities = words.map { $0.commonest > 0 ? Ranking.rarity($0.commonest, of: all) : 2 }
    let identifiers = try query.wholes.compactMap { try reader.entry($0) }
    let first = QueryWord.rarest(identifiers.map(\.sections))
    for (index, entry) in identifiers.enumerated() {
      let worth = 1.5 * Ranking.rarity(entry.sections, of: all)
      matches.addWhole(try reader.postings(of: entry, isWhole: index == first), worth: worth, isAllowed)
    }
    let root = reader.root, names = root.sources.map { query.places(ofName: $0.facets) }
    let pages = Ranking.pages(matches, rarities: rarities) { page in
      guard let place = root.place(of: page) else { return ([], 1) }
      return (names[place], root.sources[place].boosts[page - root.sources[place].base] ?? 1)
    }
    return (pages, rarities)
  }

  /// The best pages again, now with their texts.
  private mutating func judged(
    _ pages: [Ranking.Page], _ query: QueryText, _ words: [QueryWord], _ rarities: [Double], limit: Int
  ) throws -> [Hit] {
    var forms: [[UInt8]: Int] = [:]
    for (index, word) in words.enumerated() { for term in word.terms { forms[term.entry.term] = index } }
    let closeness = Closeness(words: query.words, content: words.map(\.word), forms: forms)
    let least = (pages.first?.score ?? 0) * (limit > Self.first ? 0 : 0.2)
    let best = pages.prefix(max(limit, Self.wave)).filter { $0.score >= least }
    var hits: [Hit] = []
    for start in stride(from: 0, to: best.count, by: Self.wave) {
      var wave: [(page: Int, hit: Hit)] = []
      for page in best[start..<min(start + Self.wave, best.count)] {
        if let hit = try judged(page, closeness, rarities) { wave.append((page.page, hit)) }
      }
      wave.sort { $0.hit.score == $1.hit.score ? $0.page < $1.page : $0.hit.score > $1.hit.score }
      hits += wave.map(\.hit)
    }
    return Array(hits.prefix(limit))
  }

  private mutating func judged(_ page: Ranking.Page, _ closeness: Closeness, _ rarities: [Double]) throws -> Hit? {
    let top = page.sections[0]
    guard let (text, first) = try reader.text(of: page.page, section: top.ordinal) else { return nil }
    var best: (value: Double, section: PageText.Section)?
    for section in page.sections.prefix(4) where section.score >= 0.5 * top.score {
      guard text.sections.indices.contains(section.ordinal - first) else { continue }
      let found = text.sections[section.ordinal - first]
      let heading = section.ordinal == 0 ? text.title : found.heading
      let value = section.score * closeness.factor(heading: heading, text: found.text)
      if best.map({ value > $0.value }) ?? true { best = (value, found) }
    }
    guard let best else { return nil }
    return Hit(
      url: text.url + (best.section.anchor.isEmpty ? "" : "#" + best.section.anchor), title: text.title,
      section: best.section.heading, breadcrumbs: text.breadcrumbs,
      service: reader.root.source(of: page.page)?.facets.title ?? "", score: page.score - top.score + best.value,
      excerpt: Excerpt(best.section.text, forms: closeness.forms, rarities: rarities).text)
  }
}
