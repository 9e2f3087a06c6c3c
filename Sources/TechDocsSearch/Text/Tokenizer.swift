/// What a token is to the text it stands in.
enum TokenKind: UInt8, Sendable {
  /// A run of letters and digits, or a pair of neighbours in a script without spaces.
  case word
  /// A hump of a camel-case word, or the last letter of an unspaced run: found, but worth half.
  case part
  /// Words joined by `.`, `/`, `:`, `-` or `_`, as in `spec.source.repourl`, or behind two dashes, as in `--force`;
  /// beside its words, and not counted.
  case whole
}

/// Takes tokens as they are found; the bytes end with the call.
protocol TokenSink {
  mutating func take(_ token: UnsafeBufferPointer<UInt8>, _ kind: TokenKind)
}

/// Text to folded tokens, in one linear pass over its bytes. `search-text.js` does the same, and `Spec/tokenizer.jsonl`
/// holds both to it.
///
/// `myApp.SyncWave` gives `myapp.syncwave` (whole), `myapp`, `my`, `app`, `syncwave`, `sync`, `wave`. No token is
/// longer than 60 scalars.
struct Tokenizer {
  static let longest = 60

  /// The identifier that is being read, folded, joiners as written.
  var chain: [UInt8] = []
  /// How many scalars `chain` has.
  var chainScalars = 0
  /// Where the part of the identifier after the last `/` or `:` began, and its words; then the same for `.`.
  var slash = (start: 0, scalars: 0, words: 0)
  var dot = (start: 0, scalars: 0, words: 0)
  var words = 0
  let folding = Folding.shared

  init() { chain.reserveCapacity(256) }

  mutating func tokens(of text: UnsafeBufferPointer<UInt8>, into sink: inout some TokenSink) {
    var index = 0
    while index < text.count {
      if let end = plainWord(text, index, &sink) {
        index = end
        continue
      }
      switch Self.kind(text, index) {
      case .separator: index += 1
      case .scalar(let next): index = next
      case .unspaced: index = unspacedRun(text, index, &sink)
      case .word: index = identifier(text, index, &sink)
      }
    }
  }

  /// Hands over a word of small ASCII letters and digits that nothing is joined to, and gives its end; nil where anything
  /// else stands. Most words of most texts are such, and need none of what identifiers do.
  @inline(__always)
  private func plainWord(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ sink: inout some TokenSink) -> Int? {
    var end = start
    while end < text.count, Self.isPlain(text[end]) { end += 1 }
    guard end > start, end - start <= Self.longest, end == text.count || Self.isEnd(text, end, end - start) else {
      return nil
    }
    if start > 1, text[start - 1] == UInt8(ascii: "-"), text[start - 2] == UInt8(ascii: "-") { return nil }
    sink.take(UnsafeBufferPointer(rebasing: text[start..<end]), .word)
    return end
  }

  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 || byte &- 0x30 < 10 }

  /// Whether no word can go on at `end`, where `length` letters have been read.
  @inline(__always)
  private static func isEnd(_ text: UnsafeBufferPointer<UInt8>, _ end: Int, _ length: Int) -> Bool {
    let byte = text[end]
    guard byte < 0x80, !isAlphanumeric(byte) else { return false }
    if length == 1, byte == UInt8(ascii: "+") || byte == UInt8(ascii: "#") { return false }
    guard isJoiner(byte), end + 1 < text.count else { return true }
    let next = text[end + 1]
    return next < 0x80 && !isAlphanumeric(next) && !isJoiner(next)
  }

  mutating func tokens(of text: String, into sink: inout some TokenSink) {
    var text = text
    text.withUTF8 { tokens(of: $0, into: &sink) }
  }

  enum Kind { case separator, scalar(next: Int), unspaced, word }

  @inline(__always)
  static func kind(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Kind {
    let byte = text[index]
    if byte < 0x80 { return isAlphanumeric(byte) ? .word : .separator }
    guard let (scalar, end) = UTF8Scalar.decode(text, at: index) else { return .separator }
    return WordScalars.isUnspaced(scalar) ? .unspaced : WordScalars.isWord(scalar) ? .word : .scalar(next: end)
  }

  @inline(__always)
  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= 0x61 && lower <= 0x7a || byte >= 0x30 && byte <= 0x39
  }

  /// Overlapping pairs of neighbours, and the last letter, so that each letter begins a token.
  private mutating func unspacedRun(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ sink: inout some TokenSink
  ) -> Int {
    var index = start, previous = -1
    while index < text.count, case .unspaced = Self.kind(text, index),
      let (_, end) = UTF8Scalar.decode(text, at: index)
    {
      if previous >= 0 { sink.take(UnsafeBufferPointer(rebasing: text[previous..<end]), .word) }
      (previous, index) = (index, end)
    }
    sink.take(UnsafeBufferPointer(rebasing: text[previous..<index]), previous == start ? .word : .part)
    return index
  }
}
