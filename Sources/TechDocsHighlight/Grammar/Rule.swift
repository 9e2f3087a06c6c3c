/// What begins with a mark: a comment, a string, a name with a sign before it.
///
/// Plain data without references, so that the lexer may copy one without counting.
struct Rule: Sendable {
  enum Shape: UInt8, Sendable {
    /// To the line's end.
    case line
    /// To the closing mark; `nests` counts marks inside.
    case block
    /// To the closing mark, with escapes and holes.
    case string
    /// To a quote that is followed by as many `#` as came before the opening one.
    case hashed
    /// To `]=]` with as many `=` as the opening had.
    case longBracket
    /// The mark and the word behind it.
    case sigil
    /// From the line's first visible byte to its end; a backslash before the line end goes on.
    case directive
    /// To a line that holds the word behind the mark.
    case heredoc
    /// A slash where a value may stand: to the next one that no `[…]` holds.
    case regex
    /// An apostrophe: a character if another one closes it, or a name.
    case lifetime
    /// The mark alone.
    case mark
  }

  /// How the closing mark is written inside.
  ///
  /// `raw`: a backslash keeps the mark from closing and is no escape.
  enum Escape: UInt8, Sendable { case none, backslash, doubled, backtick, raw }

  /// Where code stands inside a string.
  enum Hole: UInt8, Sendable {
    case none
    /// `${code}`.
    case dollarBrace
    /// `$name` and `${code}`.
    case dollar
    /// `#{code}`.
    case hashBrace
    /// `{code}`, and `{{` for a brace.
    case brace
    /// `\(code)`.
    case parenthesis
    /// `$name`, `{$code}` and `${code}`.
    case php
    /// `$name` and `$(code)`.
    case dollarParenthesis
  }

  var shape: Shape
  var open: Mark
  var close: Mark
  var kind: TokenKind
  var escape = Escape.none
  var hole = Hole.none
  var isMultiline = false
  var nests = false

  static func line(_ open: StaticString, _ kind: TokenKind = .c1) -> Rule {
    Rule(shape: .line, open: Mark(open), close: Mark("\n"), kind: kind)
  }

  static func block(_ open: StaticString, _ close: StaticString, _ kind: TokenKind = .cm, nests: Bool = false) -> Rule {
    Rule(shape: .block, open: Mark(open), close: Mark(close), kind: kind, isMultiline: true, nests: nests)
  }

  /// A string between two marks; between the same mark twice unless `close` says otherwise.
  static func string(
    _ open: StaticString, _ close: StaticString? = nil, _ kind: TokenKind = .s, escape: Escape = .backslash,
    hole: Hole = .none, isMultiline: Bool = false
  ) -> Rule {
    Rule(
      shape: .string, open: Mark(open), close: Mark(close ?? open), kind: kind, escape: escape, hole: hole,
      isMultiline: isMultiline)
  }

  static func sigil(_ open: StaticString, _ kind: TokenKind) -> Rule {
    Rule(shape: .sigil, open: Mark(open), close: Mark(""), kind: kind)
  }

  static func other(_ shape: Shape, _ open: StaticString, _ kind: TokenKind, hole: Hole = .none) -> Rule {
    Rule(shape: shape, open: Mark(open), close: Mark(""), kind: kind, hole: hole, isMultiline: true)
  }
}
