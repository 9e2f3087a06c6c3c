/// What an SVG file of an untrusted source may hold. Names are compared without their prefix, whatever it stands for.
enum DrawingPolicy {
  /// Kept: shapes, text, paint, filters, animation, and the HTML that drawing programs write into `foreignObject`.
  static let kept: Set<String> = Set(
    """
    svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textPath image a style title desc \
    marker linearGradient radialGradient stop pattern clipPath mask filter switch view foreignObject animate \
    animateTransform animateMotion mpath set feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix \
    feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR \
    feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile \
    feTurbulence div span p br b i u strong em font sub sup ul ol li table tbody thead tr td th code pre h1 h2 h3 h4 h5 \
    h6 hr center small big img body
    """.split(separator: " ").map(String.init))

  /// Dropped with their content. Of any other element the tags go.
  static let opaque: Set<String> = [
    "script", "handler", "iframe", "object", "embed", "applet", "link", "meta", "base", "form", "audio", "video",
    "template", "noscript", "metadata", "textarea", "select", "math", "head", "frame", "frameset",
  ]

  /// Whether an attribute's text cannot matter, whatever it says: most are numbers.
  static func isInert(_ attribute: String, _ value: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let isLetter = { (byte: UInt8) in (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
    guard
      attribute.utf8.count <= 2 && attribute != "on" || ["class", "style", "transform", "points"].contains(attribute)
        || attribute.hasPrefix("fill") || attribute.hasPrefix("stroke") || attribute.hasPrefix("font"),
      attribute.utf8.allSatisfy({ isLetter($0) || $0 == UInt8(ascii: "-") || $0 <= UInt8(ascii: "9") })
    else { return false }
    return !value.contains { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "&") }
  }

  /// Whether an attribute may stay; `value` has its references decoded.
  static func allows(_ attribute: String, _ value: String, on element: String) -> Bool {
    let text = String(String.UnicodeScalarView(value.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7f }))
      .lowercased()
    switch attribute {
    case "href", "src": return allowsAddress(text, on: element)
    case "base", "srcdoc", "action", "formaction", "ping", "srcset", "is", "slot", "background", "autofocus":
      return false
    case "attributeName":
      let target = text.split(separator: ":").last.map(String.init) ?? ""
      return target != "href" && target != "src" && target != "style" && !target.hasPrefix("on")
    default: return !attribute.lowercased().hasPrefix("on") && StyleCleaner.isPlain(text)
    }
  }

  private static func allowsAddress(_ text: String, on element: String) -> Bool {
    if text.hasPrefix("#") { return true }
    let isPicture = text.hasPrefix("data:image/")
    let isRelative = !text.contains(":") && !text.hasPrefix("//") && !text.hasPrefix("\\") && !text.hasPrefix("/\\")
    switch element {
    // A picture in a picture runs nothing.
    case "image", "img", "feImage": return isPicture || isRelative
    case "a":
      return isRelative || text.hasPrefix("//")
        || ["http:", "https:", "mailto:"].contains { text.hasPrefix($0) }
    default: return false
    }
  }
}

/// Style sheets and style attributes without what they would load.
enum StyleCleaner {
  /// Whether a value loads nothing: each `url(…)` names a part of the drawing, or carries its picture or font.
  static func isPlain(_ value: String) -> Bool {
    guard value.contains("url") || value.contains("\\") || value.contains("image-set") || value.contains("@import")
    else { return true }
    guard !value.contains("\\"), !value.contains("image-set"), !value.contains("@import"), !value.contains("/*") else {
      return false
    }
    return value.components(startingWith: "url(").allSatisfy { isLocal($0) }
  }

  /// The text of a `style` element without what is loaded from elsewhere; nil when it is too clever to be read.
  static func cleaned(_ style: String) -> String? {
    var result = "", rest = withoutComments(style)[...]
    guard !rest.contains("\\"), !rest.lowercased().contains("image-set") else { return nil }
    while let mark = rest.utf8.firstIndex(where: { $0 == UInt8(ascii: "@") || $0 | 0x20 == UInt8(ascii: "u") }) {
      result += rest[..<mark]
      rest = rest[mark...]
      if rest.prefix(7).lowercased() == "@import" {
        rest = rest.firstIndex(of: ";").map { rest[rest.index(after: $0)...] } ?? ""
      } else if rest.prefix(4).lowercased() == "url(", !isLocal(rest.dropFirst(4).lowercased()[...]) {
        result += "url(#)"
        rest = rest.firstIndex(of: ")").map { rest[rest.index(after: $0)...] } ?? ""
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result + rest
  }

  private static func isLocal(_ address: Substring) -> Bool {
    let text = address.drop { $0.isWhitespace || $0 == "'" || $0 == "\"" }
    return text.hasPrefix("#") || text.hasPrefix("data:image/") || text.hasPrefix("data:font/")
      || text.hasPrefix("data:application/")
  }

  private static func withoutComments(_ text: String) -> String {
    var result = "", rest = text[...]
    while let open = rest.firstRange(of: "/*") {
      result += rest[..<open.lowerBound]
      rest = rest[open.upperBound...]
      rest = rest.firstRange(of: "*/").map { rest[$0.upperBound...] } ?? ""
    }
    return result + rest
  }
}

extension String {
  /// What follows each place where a word stands.
  fileprivate func components(startingWith word: String) -> [Substring] {
    ranges(of: word).map { self[$0.upperBound...] }
  }
}
