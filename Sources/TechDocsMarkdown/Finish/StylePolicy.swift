/// Which declarations of a `style` attribute may stay: how the content looks, not where it stands.
///
/// Nothing may leave its place and lie over the page's frame, and nothing may be loaded.
enum StylePolicy {
  private static let properties: Set<String> = [
    "align-items", "background-color", "border", "border-bottom", "border-collapse", "border-color", "border-left",
    "border-radius", "border-right", "border-spacing", "border-style", "border-top", "border-width", "clear", "color",
    "column-gap", "columns", "display", "flex-wrap", "float", "font-family", "font-size", "font-style", "font-weight",
    "gap", "height", "justify-content", "letter-spacing", "line-height", "list-style", "list-style-type", "margin",
    "margin-bottom", "margin-left", "margin-right", "margin-top", "max-height", "max-width", "min-height", "min-width",
    "object-fit", "opacity", "overflow", "overflow-wrap", "overflow-x", "padding", "padding-bottom", "padding-left",
    "padding-right", "padding-top", "row-gap", "text-align", "text-decoration", "text-indent", "text-transform",
    "vertical-align", "white-space", "width", "word-break", "word-wrap",
  ]
  private static let functions: Set<String> = ["var", "rgb", "rgba", "hsl", "hsla", "calc", "min", "max", "clamp"]

  /// The declarations that may stay, whether they are all, and the names of the others.
  static func filtered(_ style: String) -> (kept: String, isWhole: Bool, dropped: [String]) {
    var kept: [Substring] = [], dropped: [String] = [], isWhole = true
    for declaration in style.split(separator: ";") where !declaration.allSatisfy(\.isWhitespace) {
      let parts = declaration.split(separator: ":", maxSplits: 1)
      let name = parts.first.map { trimmed($0).lowercased() } ?? ""
      if parts.count == 2, properties.contains(name), isPlain(trimmed(parts[1])) {
        kept.append(trimmed(declaration))
      } else {
        isWhole = false
        // A variable of another theme has no effect here.
        if !name.hasPrefix("--") { dropped.append(name) }
      }
    }
    return (isWhole ? style : kept.joined(separator: "; "), isWhole, dropped)
  }

  /// Words, numbers and colours, and functions of them. A negative length would pull the content out of its place.
  private static func isPlain(_ value: Substring) -> Bool {
    var word = "", isFirst = true
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "("):
        guard functions.contains(word.lowercased()) else { return false }
        word = ""
      case UInt8(ascii: "-") where isFirst: return false
      case UInt8(ascii: "#"), UInt8(ascii: "."), UInt8(ascii: "%"), UInt8(ascii: "!"), UInt8(ascii: "'"),
        UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: ")"):
        word = ""
      case UInt8(ascii: " "), UInt8(ascii: ","): word = ""
      case UInt8(ascii: "-"), 0x30...0x39: word.unicodeScalars.append(Unicode.Scalar(byte))
      case _ where HTMLTag.isLetter(byte): word.unicodeScalars.append(Unicode.Scalar(byte))
      default: return false
      }
      isFirst = byte == UInt8(ascii: " ") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "(")
    }
    return true
  }

  private static func trimmed(_ text: Substring) -> Substring {
    let front = text.drop { $0.isWhitespace }
    return front.lastIndex { !$0.isWhitespace }.map { front[...$0] } ?? ""
  }
}
