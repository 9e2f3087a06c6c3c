/// The piece of a text that shows why it was found: the run of words with the most of what is rare.
struct Excerpt {
  /// One line.
  let text: String

  private static let length = 28

  init(_ bytes: [UInt8], forms: [[UInt8]: Int], rarities: [Double]) {
    let words = bytes.split(separator: 0x20)
    let matches = words.map { Self.word(in: $0, forms) }
    var best = 0.0, start = 0
    for (index, match) in matches.enumerated() where match != nil {
      let worth = Set(matches[index..<min(index + Self.length - 6, matches.count)].compactMap(\.self))
        .sorted().reduce(0) { $0 + rarities[$1] }
      if worth > best { (best, start) = (worth, index) }
    }
    let from = max(0, start - 6), to = min(words.count, from + Self.length)
    let piece = words[from..<to].map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    text = (from > 0 ? "… " : "") + piece + (to < words.count ? " …" : "")
  }

  /// The word of the query that a run of text stands for.
  private static func word(in run: ArraySlice<UInt8>, _ forms: [[UInt8]: Int]) -> Int? {
    var list = QueryTokens(), tokenizer = Tokenizer()
    run.withUnsafeBufferPointer { tokenizer.tokens(of: $0, into: &list) }
    return list.all.lazy.compactMap { forms[$0.token] }.first
  }
}
