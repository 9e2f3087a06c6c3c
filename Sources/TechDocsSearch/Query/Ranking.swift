/// Which sections and pages answer best. `rank.js` does the same sums in the same order, so scores are equal to the bit.
struct Ranking {
  struct Section {
    let ordinal: Int
    let score: Double
  }

  struct Page {
    let page: Int
    let score: Double
    /// Best first.
    let sections: [Section]
  }

  /// What a word is worth that names the page's source: more than in a title, so that a source that was asked for leads.
  private static let named = 3.0

  /// The natural logarithm by nothing but the four operations, so that every machine finds the same bits.
  static func logarithm(_ number: Double) -> Double {
    var rest = number, twos = 0.0
    while rest >= 2 {
      rest /= 2
      twos += 1
    }
    let part = (rest - 1) / (rest + 1), square = part * part
    var sum = 0.0, divisor = 25.0
    while divisor > 0 {
      sum = sum * square + 1 / divisor
      divisor -= 2
    }
    return 2 * part * sum + twos * 0.6931471805599453
  }

  /// How much a word says that `sections` of `all` hold.
  static func rarity(_ sections: Int, of all: Int) -> Double {
    logarithm(1 + (Double(max(all - sections, 0)) + 0.5) / (Double(sections) + 0.5))
  }

  /// The pages in the order of their scores; of equals the first in the index. `source` gives what counts for all pages of a
  /// page's source: the words that name it, and what its scores are multiplied by.
  static func pages(
    _ matches: Matches, rarities: [Double], source: (Int) -> (names: [Int], boost: Double)
  ) -> [Page] {
    let total = rarities.reduce(0, +)
    var pages: [Page] = []
    for (number, page) in matches.pages {
      let (names, boost) = source(number), sections = sections(of: page, names, rarities, total)
      var sum = sections[0].score
      for section in sections.dropFirst().prefix(3) { sum += 0.1 * section.score }
      pages.append(Page(page: number, score: sum * boost, sections: sections))
    }
    return pages.sorted { $0.score == $1.score ? $0.page < $1.page : $0.score > $1.score }
  }

  private static func sections(
    of page: Matches.Page, _ names: [Int], _ rarities: [Double], _ total: Double
  ) -> [Section] {
    var sections: [Section] = []
    for (ordinal, section) in page.sections {
      sections.append(Section(ordinal: ordinal, score: score(page, section, ordinal, names, rarities, total)))
    }
    if page.sections[0] == nil {
      let empty = Matches.Section(rarities.count)
      sections.append(Section(ordinal: 0, score: score(page, empty, 0, names, rarities, total)))
    }
    return sections.sorted { $0.score == $1.score ? $0.ordinal < $1.ordinal : $0.score > $1.score }
  }

  private static func score(
    _ page: Matches.Page, _ section: Matches.Section, _ ordinal: Int, _ names: [Int], _ rarities: [Double],
    _ total: Double
  ) -> Double {
    var score = page.bonus + section.bonus, covered = 0.0, fit = 0.0, asked = 0.0
    for word in rarities.indices {
      let isName = names.contains(word), base = isName ? named : page.base[word]
      let fits = isName ? 0 : section.fits[word], value = isName ? base : max(base, section.values[word])
      // A word that the page's title or address answers need not stand in the section's heading too.
      if base == 0 || fits > 0 { asked += 1 }
      if value == 0 { continue }
      score += rarities[word] * value
      covered += rarities[word]
      fit += fits
    }
    let share = total > 0 ? covered / total : 0
    score *= 0.25 + (1 - 0.25) * share * share
    if fit > 0 { score *= 1 + 1 * (fit / asked) * min(1, fit / Double(section.headingLength)) }
    return ordinal == 0 ? score * 1.08 : score
  }
}
