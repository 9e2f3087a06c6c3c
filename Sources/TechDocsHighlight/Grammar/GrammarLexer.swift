/// Reads code by a grammar: one pass, one decision a token.
struct GrammarLexer {
  let words: WordSet.Table
  let rules: UnsafeBufferPointer<Rule>
  let actions: UnsafeBufferPointer<Grammar.Action>
  let fallback: UnsafeBufferPointer<Grammar.Action>
  let options: Grammar.Options
  let wordPart: ByteSet

  /// What a name is that comes next.
  var pending = TokenKind.plain
  /// Whether a value may begin here: behind an operator, not behind a name. Tells a regular expression from a division.
  var expectsValue = true
  /// Whether the last token was a dot.
  var isBehindDot = false
  /// Strings whose code is being read, innermost last.
  var holes = HoleStack()
  /// No regular expression begins before this offset.
  var regexFreeUntil = 0
  /// The word that ends a here-document which begins on the next line.
  var heredoc: Heredoc?

  init(
    words: WordSet.Table, rules: UnsafeBufferPointer<Rule>, actions: UnsafeBufferPointer<Grammar.Action>,
    fallback: UnsafeBufferPointer<Grammar.Action>, options: Grammar.Options
  ) {
    self.words = words
    self.rules = rules
    self.actions = actions
    self.fallback = fallback
    self.options = options
    wordPart = ByteSet.word.union(options.wordStart).union(options.wordPart)
  }

  mutating func run(_ scanner: inout CodeScanner) {
    while !scanner.isAtEnd {
      let byte = scanner.code[scanner.at]
      let action = actions[Int(byte)]
      if action == .rule {
        if !apply(byte, &scanner) { step(fallback[Int(byte)], byte, &scanner) }
      } else {
        step(action, byte, &scanner)
      }
    }
  }

  @inline(__always)
  private mutating func step(_ action: Grammar.Action, _ byte: UInt8, _ scanner: inout CodeScanner) {
    switch action {
    case .space: scanner.take(.plain, count: 1)
    case .newline: newline(&scanner)
    case .word: word(&scanner)
    case .digit: number(&scanner)
    case .operation:
      scanner.take(.o, count: 1)
      after(operator: byte)
    case .punctuation: punctuation(byte, &scanner)
    case .other, .rule: scanner.take(.plain, count: 1)
    }
  }

  @inline(__always)
  private mutating func after(operator byte: UInt8) {
    expectsValue = true
    isBehindDot = false
    // `operator +`, `function* name`, `import * as`
    if pending != .nn, byte != UInt8(ascii: "*") { pending = .plain }
  }

  private mutating func newline(_ scanner: inout CodeScanner) {
    scanner.take(.plain, count: 1)
    if pending == .nn { pending = .plain }
    expectsValue = true
    if let begun = heredoc {
      heredoc = nil
      begun.body(&scanner)
    }
  }

  @inline(__always)
  private mutating func punctuation(_ byte: UInt8, _ scanner: inout CodeScanner) {
    if byte == UInt8(ascii: "."), ByteSet.digits.contains(scanner[scanner.at + 1]), !isBehindName(scanner) {
      return number(&scanner)
    }
    if !holes.isEmpty, holes.closes(byte) { return resume(&scanner) }
    scanner.take(.p, count: 1)
    isBehindDot = byte == UInt8(ascii: ".")
    expectsValue = byte != UInt8(ascii: ")") && byte != UInt8(ascii: "]") && byte != UInt8(ascii: "}")
    if !isBehindDot, pending != .nn || byte == UInt8(ascii: ";") { pending = .plain }
  }

  private func isBehindName(_ scanner: borrowing CodeScanner) -> Bool {
    scanner.at > 0 && (wordPart.contains(scanner.code[scanner.at - 1]) || !expectsValue)
  }

  /// Goes on with the string around the code that has just ended.
  private mutating func resume(_ scanner: inout CodeScanner) {
    scanner.take(.si, count: 1)
    let rule = rules[holes.pop()]
    string(rule, from: scanner.at, &scanner)
  }
}
