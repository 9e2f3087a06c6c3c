/// A language as tables: words, what begins with a mark, operators, numbers.
///
/// One engine, `GrammarLexer`, reads every grammar. Languages that tables do not describe have a lexer of their own.
struct Grammar: Sendable {
  /// What the engine does at a byte.
  enum Action: UInt8, Sendable { case other, space, newline, word, digit, operation, punctuation, rule }

  let words: WordSet
  let rules: [Rule]
  /// By byte; `fallback` counts where no rule begins after all.
  let actions: [Action]
  let fallback: [Action]
  let options: Options

  /// What tells languages apart besides their words and marks.
  struct Options: Sendable {
    /// Bytes of a word besides letters, digits and `_`.
    var wordStart = ByteSet()
    var wordPart = ByteSet()
    var operators = ByteSet("+-*/%=<>!&|^~?:")
    var punctuation = ByteSet("()[]{},;.")
    /// The kind of a word that no table knows.
    var name = TokenKind.n
    /// The kind of a word behind a dot; it is never a keyword.
    var member: TokenKind? = .n
    /// The kind of a word before an opening parenthesis.
    var call: TokenKind?
    /// The kind of a word before `!`.
    var macro: TokenKind?
    /// The kind of a word at a line's start before `:` or `=`.
    var label: TokenKind?
    /// Letters that may stand before a quote, at most two: which of them switch off escapes, which switch on `{}`.
    var prefix = ByteSet(), rawPrefix = ByteSet(), holePrefix = ByteSet()
    /// The kind of a decimal number without a point.
    var integer = TokenKind.mi
    /// The kind of a string in three quotes that begins its line.
    var doc: TokenKind?
    /// The kind of a name that begins with a capital letter.
    var type: TokenKind?
    /// Whether a word may hold `-`.
    var hasDashes = false
    var isCaseless = false
    /// Whether the name behind a word that is followed by one stands in quotes, and another may follow.
    var namesAreQuoted = false
    /// Bytes that belong to a namespace: `import a.b`.
    var namespace = ByteSet(".")
  }

  init(_ words: [Words], _ rules: [Rule], _ options: Options = Options()) {
    self.words = WordSet(words, isCaseless: options.isCaseless)
    self.rules = rules
    self.options = options
    fallback = (0...255).map { Self.action(UInt8($0), options) }
    var actions = fallback
    for rule in rules { actions[Int(rule.open.first)] = .rule }
    self.actions = actions
  }

  private static func action(_ byte: UInt8, _ options: Options) -> Action {
    if byte == 0x0A { return .newline }
    if byte <= 0x20 { return .space }
    if ByteSet.digits.contains(byte) { return .digit }
    if ByteSet.word.contains(byte) || options.wordStart.contains(byte) { return .word }
    if options.operators.contains(byte) { return .operation }
    return options.punctuation.contains(byte) ? .punctuation : .other
  }

  /// Makes tokens of everything up to the scanner's end.
  func lex(_ scanner: inout CodeScanner) {
    actions.withUnsafeBufferPointer { actions in
      fallback.withUnsafeBufferPointer { fallback in
        rules.withUnsafeBufferPointer { rules in
          words.withTable { words in
            var lexer = GrammarLexer(
              words: words, rules: rules, actions: actions, fallback: fallback, options: options)
            lexer.run(&scanner)
          }
        }
      }
    }
  }
}
