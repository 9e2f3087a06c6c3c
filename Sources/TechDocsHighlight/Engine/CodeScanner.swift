/// The code that a lexer reads, where it stands, and the tokens so far.
///
/// Every lexer is a loop over `at` that ends at `end`; whatever it asks beyond `end` is answered with 0.
struct CodeScanner: ~Copyable {
  let code: UnsafePointer<UInt8>
  /// Where the part that is read ends; an embedded language sees no more than its own part.
  private(set) var end: Int
  /// The next byte without a token.
  private(set) var at = 0
  /// How many languages stand around this one.
  private(set) var depth = 0
  var tokens: TokenBuffer

  init(_ code: UnsafePointer<UInt8>, count: Int) {
    self.code = code
    end = count
    tokens = TokenBuffer(capacity: count / 4 + 64)
  }

  var isAtEnd: Bool { @inline(__always) get { at >= end } }

  /// The byte at an offset; 0 beyond the end.
  @inline(__always)
  subscript(offset: Int) -> UInt8 { offset >= 0 && offset < end ? code[offset] : 0 }

  /// Makes a token of everything up to an offset.
  @inline(__always)
  mutating func take(_ kind: TokenKind, to offset: Int) {
    let offset = min(offset, end)
    tokens.add(kind, upTo: offset)
    at = max(at, offset)
  }

  @inline(__always)
  mutating func take(_ kind: TokenKind, count: Int) { take(kind, to: at + count) }

  /// Whether the bytes at an offset are these.
  @inline(__always)
  func has(_ text: StaticString, at offset: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard offset >= 0, offset + count <= end else { return false }
    for index in 0..<count where code[offset + index] != text.utf8Start[index] { return false }
    return true
  }

  /// Whether the bytes at an offset are these small ASCII letters, in either case.
  func hasCaseless(_ text: StaticString, at offset: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard offset >= 0, offset + count <= end else { return false }
    for index in 0..<count {
      let byte = code[offset + index]
      let small = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      if small != text.utf8Start[index] { return false }
    }
    return true
  }

  /// The first offset from `offset` on whose byte is not in a set.
  @inline(__always)
  func skip(_ set: ByteSet, from offset: Int) -> Int {
    var at = offset
    while at < end, set.contains(code[at]) { at += 1 }
    return at
  }

  /// The same, over so many bytes at most.
  func skip(_ set: ByteSet, from offset: Int, atMost count: Int) -> Int {
    var at = offset
    while at < end, at < offset + count, set.contains(code[at]) { at += 1 }
    return at
  }

  /// The first offset from `offset` on whose byte is in a set; the end when there is none.
  @inline(__always)
  func find(_ set: ByteSet, from offset: Int) -> Int {
    var at = offset
    while at < end, !set.contains(code[at]) { at += 1 }
    return at
  }

  /// Behind spaces and tabs.
  @inline(__always)
  func skipBlanks(from offset: Int) -> Int {
    var at = offset
    while at < end, code[at] == 0x20 || code[at] == 0x09 { at += 1 }
    return at
  }

  /// The line feed at or behind an offset, or the end.
  @inline(__always)
  func lineEnd(from offset: Int) -> Int {
    var at = offset
    while at < end, code[at] != 0x0A { at += 1 }
    return at
  }

  /// Where a text stands at or behind an offset, before a limit; nil when it does not.
  func firstOffset(of text: StaticString, from offset: Int, to limit: Int) -> Int? {
    let first = text.utf8Start[0], last = min(limit, end) - text.utf8CodeUnitCount
    var at = offset
    while at <= last {
      if code[at] == first, has(text, at: at) { return at }
      at += 1
    }
    return nil
  }

  /// Whether only spaces stand between the line's start and an offset.
  func isFirstOnLine(_ offset: Int) -> Bool {
    var back = offset
    while back > 0, code[back - 1] == 0x20 || code[back - 1] == 0x09 { back -= 1 }
    return back == 0 || code[back - 1] == 0x0A
  }

  /// Lets another language read up to an offset, unless languages nest too deep; what it leaves is plain.
  mutating func embed(_ language: Language, to offset: Int) {
    let outer = end
    guard depth < Self.deepest, offset > at else { return take(.plain, to: offset) }
    end = min(offset, outer)
    depth += 1
    language.lex(&self)
    take(.plain, to: end)
    depth -= 1
    end = outer
  }

  /// Markdown holds HTML, which holds scripts.
  private static let deepest = 4
}
