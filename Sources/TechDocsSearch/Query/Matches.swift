/// Every page with a match, and its sections, by what each word is worth in them.
struct Matches {
  struct Section {
    var values: [Double]
    /// What each word is worth in the section's heading.
    var fits: [Double]
    var headingLength = 0
    var bonus = 0.0

    init(_ count: Int) {
      values = Array(repeating: 0, count: count)
      fits = values
    }
  }

  struct Page {
    /// What each word is worth for the page's title and address alone, or because it is mentioned.
    var base: [Double]
    var sections: [Int: Section] = [:]
    var bonus = 0.0
  }

  let count: Int
  private(set) var pages: [Int: Page] = [:]

  /// `count` words.
  init(count: Int) { self.count = count }

  static func saturated(_ weight: Double) -> Double { weight / (1.2 + weight) * (1.2 + 1) }

  /// Adds one form of a word; `fit` is what it is worth in a heading.
  mutating func add(_ word: Int, _ postings: [PagePosting], factor: Double, fit: Double, _ isAllowed: (Int) -> Bool) {
    for posting in postings where isAllowed(posting.page) {
      var page = pages.removeValue(forKey: posting.page) ?? Page(base: Array(repeating: 0, count: count))
      let own = posting.pageLevel.map { Impact.values[Int($0)] } ?? 0
      if own > 0 { page.base[word] = max(page.base[word], factor * Self.saturated(own)) }
      for place in posting.sections {
        var section = page.sections.removeValue(forKey: place.ordinal) ?? Section(count)
        let value = factor * Self.saturated(own + Impact.values[Int(place.level)])
        section.values[word] = max(section.values[word], value)
        if place.headingLength > 0 {
          section.fits[word] = max(section.fits[word], fit)
          section.headingLength = place.headingLength
        }
        page.sections[place.ordinal] = section
      }
      pages[posting.page] = page
    }
  }

  /// Adds what a whole identifier is worth where it stands.
  mutating func addWhole(_ postings: [PagePosting], worth: Double, _ isAllowed: (Int) -> Bool) {
    for posting in postings where isAllowed(posting.page) {
      var page = pages[posting.page] ?? Page(base: Array(repeating: 0, count: count))
      if posting.pageLevel != nil { page.bonus += worth }
      for place in posting.sections { page.sections[place.ordinal, default: Section(count)].bonus += worth }
      pages[posting.page] = page
    }
  }

  /// Whether some section holds every word as it was asked for.
  var isComplete: Bool {
    pages.values.contains { page in
      page.base.allSatisfy { $0 > 0 }
        || page.sections.values.contains { section in
          section.values.indices.allSatisfy { section.values[$0] > 0 || page.base[$0] > 0 }
        }
    }
  }
}
