import Foundation
import TechDocsModel

/// How `slugify` of `toc` and of tabs makes anchors.
enum Slugify: Sendable {
  /// Python-Markdown's own.
  case ascii
  /// Python-Markdown's `slugify_unicode`: the same with letters of every script.
  case unicode
  /// `pymdownx.slugs.slugify`: spaces become separators one by one.
  case words(WordStyle)

  /// The options of `pymdownx.slugs.slugify`.
  struct WordStyle: Sendable {
    enum Case: String, Sendable {
      case none, lower, lowerASCII = "lower-ascii", fold
    }

    var letters = Case.none
    var isPercentEncoded = false
  }

  /// Reads the tag that names a Python function; nil for one that is not known.
  init?(_ option: YAMLNode) {
    let name = (option.tag ?? option.string ?? "").split { ":/ ".contains($0) }.last.map(String.init) ?? ""
    let style: WordStyle
    switch name {
    case "markdown.extensions.toc.slugify": self = .ascii; return
    case "markdown.extensions.toc.slugify_unicode": self = .unicode; return
    case "pymdownx.slugs.slugify":
      let options = option["kwds"]
      style = WordStyle(
        letters: options?["case"]?.string.flatMap(WordStyle.Case.init) ?? .none,
        isPercentEncoded: options?["percent_encode"]?.bool ?? false)
    case "pymdownx.slugs.uslugify": style = WordStyle(letters: .lower)
    case "pymdownx.slugs.uslugify_encoded": style = WordStyle(letters: .lower, isPercentEncoded: true)
    case "pymdownx.slugs.uslugify_cased": style = WordStyle()
    case "pymdownx.slugs.uslugify_cased_encoded": style = WordStyle(isPercentEncoded: true)
    case "pymdownx.slugs.gfm": style = WordStyle(letters: .lowerASCII)
    case "pymdownx.slugs.gfm_encoded": style = WordStyle(letters: .lowerASCII, isPercentEncoded: true)
    default: return nil
    }
    self = .words(style)
  }

  func slug(of text: String, separator: UInt8) -> String {
    let separator = Character(Unicode.Scalar(separator))
    switch self {
    case .ascii: return Slugger.slug(of: text, separator: separator.asciiValue ?? UInt8(ascii: "-"))
    case .unicode: return Self.collapsed(text, separator)
    case .words(let style): return Self.words(text, style, separator)
    }
  }

  private static func collapsed(_ text: String, _ separator: Character) -> String {
    var slug = ""
    for character in kept(text.lowercased()).trimmingCharacters(in: .whitespacesAndNewlines) {
      if character == separator || character.isWhitespace {
        if slug.last != separator { slug.append(separator) }
      } else {
        slug.append(character)
      }
    }
    return slug
  }

  private static func words(_ text: String, _ style: WordStyle, _ separator: Character) -> String {
    let normal = text.precomposedStringWithCanonicalMapping
    let cased =
      switch style.letters {
      case .none: normal
      case .lower, .fold: normal.lowercased()
      case .lowerASCII: String(normal.map { $0.isASCII ? Character($0.lowercased()) : $0 })
      }
    // White space at the ends goes before punctuation does: `... and on` begins with a separator.
    let trimmed = cased.trimmingCharacters(in: .whitespacesAndNewlines)
    let slug = String(kept(trimmed).compactMap { $0 == " " ? separator : $0.isWhitespace ? nil : $0 })
    return style.isPercentEncoded ? PercentEncoding.path(slug) : slug
  }

  /// Letters and numbers of every script, `_`, `-` and white space.
  private static func kept(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { isWord($0) || $0 == "-" || $0.properties.isWhitespace }))
  }

  /// Python's `\w`: combining marks are no part of it.
  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      true
    default: scalar == "_"
    }
  }
}
