/// An element that a run of equal characters opens and closes.
///
/// Source: `pymdownx.mark`, `pymdownx.caret`, `pymdownx.tilde`.
enum MarkKind: Int {
  case mark, insert, superscript, delete, `subscript`

  /// The element of a run of this length; nil for runs that are text.
  init?(_ character: UInt8, count: Int) {
    switch (character, count) {
    case (UInt8(ascii: "="), 2): self = .mark
    case (UInt8(ascii: "^"), 2): self = .insert
    case (UInt8(ascii: "^"), 1): self = .superscript
    case (UInt8(ascii: "~"), 2): self = .delete
    case (UInt8(ascii: "~"), 1): self = .subscript
    default: return nil
    }
  }

  static func isMark(_ character: UInt8) -> Bool {
    character == UInt8(ascii: "=") || character == UInt8(ascii: "^") || character == UInt8(ascii: "~")
  }

  /// Whether the content must be one word.
  var isWord: Bool { self == .superscript || self == .subscript }

  /// The characters that make it.
  var marks: StaticString {
    switch self {
    case .mark: "=="
    case .insert: "^^"
    case .superscript: "^"
    case .delete: "~~"
    case .subscript: "~"
    }
  }

  var openTag: StaticString {
    switch self {
    case .mark: "<mark"
    case .insert: "<ins"
    case .superscript: "<sup"
    case .delete: "<del"
    case .subscript: "<sub"
    }
  }

  var closeTag: StaticString {
    switch self {
    case .mark: "</mark>"
    case .insert: "</ins>"
    case .superscript: "</sup>"
    case .delete: "</del>"
    case .subscript: "</sub>"
    }
  }
}
