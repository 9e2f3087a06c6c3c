/// What a query asks for.
struct QueryText {
  /// Facet and value, as in `service:payments-api`.
  var filters: [(facet: String, value: String)] = []
  /// What looks like a filter and names nothing; it is text.
  var unknown: [(facet: String, value: String)] = []
  /// All words in order.
  var words: [[UInt8]] = []
  /// Each word once, without stop words unless there are no others; at most 12.
  var content: [[UInt8]] = []
  /// Identifiers, and what a few words make when they are written as one.
  var wholes: [[UInt8]] = []

  static let facets = ["service", "owner", "kind", "lifecycle", "type", "tag"]

  /// A filter that names nothing of the index is text; `isKnown` says which do.
  init(_ text: String, isKnown: (_ facet: String, _ value: String) -> Bool) {
    let rest = withoutFilters(text, isKnown)
    var list = QueryTokens(), tokenizer = Tokenizer()
    tokenizer.tokens(of: rest, into: &list)
    words = list.all.filter { $0.kind == .word }.map(\.token)
    let unique = Self.unique(words), others = Self.content(of: list)
    content = Array((others.isEmpty ? unique : others).prefix(12))
    var wholes = list.all.filter { $0.kind == .whole }.map(\.token)
    let joined = words.flatMap(\.self)
    if (2...4).contains(words.count), (5...40).contains(joined.count), joined.allSatisfy(Tokenizer.isAlphanumeric) {
      wholes.append(joined)
    }
    self.wholes = Array(Self.unique(wholes).prefix(6))
  }

  /// The words that say something, each once.
  private static func content(of list: QueryTokens) -> [[UInt8]] {
    unique(list.all.filter { $0.kind == .word && !StopWords.contains($0.token) }.map(\.token))
  }

  /// The places in `content` of a source's name, if the query asks for all of it and for more than what kind of page it is;
  /// else none.
  ///
  /// Such words say where to look, so they count the same on all pages of the source.
  func places(ofName source: SearchSource) -> [Int] {
    // Generated pages of a kind are a source, but none that anybody names.
    guard source.type == "docs" else { return [] }
    var list = QueryTokens(), tokenizer = Tokenizer()
    tokenizer.tokens(of: source.name, into: &list)
    let name = Self.content(of: list), places = name.compactMap { content.firstIndex(of: $0) }
    let asksForMore = content.indices.contains { !places.contains($0) && content[$0] != Array(source.type.utf8) }
    return places.count == name.count && asksForMore ? places : []
  }

  private static func unique(_ tokens: [[UInt8]]) -> [[UInt8]] {
    var seen: Set<[UInt8]> = []
    return tokens.filter { seen.insert($0).inserted }
  }

  private mutating func withoutFilters(_ text: String, _ isKnown: (String, String) -> Bool) -> String {
    var rest = "", index = text.startIndex, isAtStart = true
    while index < text.endIndex {
      let filter = isAtStart ? Self.filter(text[index...]) : nil
      if let filter, isKnown(filter.facet, filter.value) {
        filters.append((filter.facet, filter.value))
        rest += " "
        index = filter.end
      } else {
        if let filter { unknown.append((filter.facet, filter.value)) }
        rest.append(text[index])
        isAtStart = text[index].isWhitespace
        index = text.index(after: index)
      }
    }
    return rest
  }

  /// Reads `facet:value` or `facet:"a value"`.
  private static func filter(_ text: Substring) -> (facet: String, value: String, end: String.Index)? {
    guard let colon = text.firstIndex(of: ":"), case let facet = text[..<colon].lowercased(), facets.contains(facet)
    else { return nil }
    let start = text.index(after: colon)
    guard start < text.endIndex else { return nil }
    if text[start] == "\"", let close = text[text.index(after: start)...].firstIndex(of: "\"") {
      return (facet, text[text.index(after: start)..<close].lowercased(), text.index(after: close))
    }
    let end = text[start...].firstIndex(where: \.isWhitespace) ?? text.endIndex
    return end > start ? (facet, text[start..<end].lowercased(), end) : nil
  }
}

/// All tokens of a query or of a section.
struct QueryTokens: TokenSink {
  private(set) var all: [(token: [UInt8], kind: TokenKind)] = []

  mutating func take(_ token: UnsafeBufferPointer<UInt8>, _ kind: TokenKind) { all.append((Array(token), kind)) }
}
