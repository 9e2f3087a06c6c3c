import Foundation

/// A tag or a text of an HTML source that is written well enough for tests.
enum HTMLPiece {
  case text(String)
  case start(String, [String: String])
  case end(String)

  static let void: Set<String> = ["area", "br", "col", "embed", "hr", "img", "input", "source", "track", "wbr"]

  static func pieces(of html: String) -> [HTMLPiece] {
    var pieces: [HTMLPiece] = [], rest = Substring(html)
    while let open = rest.firstIndex(of: "<") {
      if open > rest.startIndex { pieces.append(.text(decoded(rest[..<open]))) }
      rest = rest[open...]
      if rest.hasPrefix("<!--") {
        rest = rest.range(of: "-->").map { rest[$0.upperBound...] } ?? ""
      } else if let close = end(of: rest) {
        pieces.append(tag(rest[rest.index(after: rest.startIndex)..<close]))
        rest = rest[rest.index(after: close)...]
      } else {
        break
      }
    }
    if !rest.isEmpty { pieces.append(.text(decoded(rest))) }
    return pieces
  }

  /// The `>` that ends a tag, quoted ones passed over.
  private static func end(of tag: Substring) -> Substring.Index? {
    var quote: Character?
    for index in tag.indices {
      let character = tag[index]
      if character == quote {
        quote = nil
      } else if quote == nil, character == "\"" || character == "'" {
        quote = character
      } else if quote == nil, character == ">" {
        return index
      }
    }
    return nil
  }

  private static func tag(_ inner: Substring) -> HTMLPiece {
    if inner.hasPrefix("/") { return .end(inner.dropFirst().trimmingCharacters(in: .whitespaces).lowercased()) }
    let name = inner.prefix { !$0.isWhitespace && $0 != "/" }
    var attributes: [String: String] = [:], rest = inner[name.endIndex...]
    while true {
      rest = rest.drop { $0.isWhitespace || $0 == "/" }
      let key = rest.prefix { !$0.isWhitespace && $0 != "=" && $0 != "/" }
      if key.isEmpty { break }
      rest = rest[key.endIndex...].drop(while: \.isWhitespace)
      var value: Substring = ""
      if rest.first == "=" {
        rest = rest.dropFirst().drop(while: \.isWhitespace)
        if let quote = rest.first, quote == "\"" || quote == "'" {
          value = rest.dropFirst().prefix { $0 != quote }
          rest = rest[value.endIndex...].dropFirst()
        } else {
          value = rest.prefix { !$0.isWhitespace }
          rest = rest[value.endIndex...]
        }
      }
      attributes[key.lowercased()] = decoded(value)
    }
    return .start(name.lowercased(), attributes)
  }

  /// Character references, as far as the cases use them.
  static func decoded(_ text: Substring) -> String {
    guard text.contains("&") else { return String(text) }
    var out = "", rest = text
    while let mark = rest.firstIndex(of: "&") {
      out += rest[..<mark]
      rest = rest[mark...]
      guard let semicolon = rest.prefix(12).firstIndex(of: ";") else {
        out.append("&")
        rest = rest.dropFirst()
        continue
      }
      let name = rest[rest.index(after: mark)..<semicolon]
      out += character(named: name) ?? String(rest[...semicolon])
      rest = rest[rest.index(after: semicolon)...]
    }
    return out + rest
  }

  private static let named = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{a0}", "para": "¶", "copy": "©",
    "larr": "←", "rarr": "→", "harr": "↔", "reg": "®", "trade": "™", "hellip": "…", "mdash": "—", "ndash": "–",
    "plusmn": "±", "ne": "≠", "frac12": "½", "frac14": "¼", "frac34": "¾", "permil": "‰",
  ]

  private static func character(named name: Substring) -> String? {
    guard name.hasPrefix("#") else { return named[String(name)] }
    let digits = name.dropFirst()
    let number = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
  }
}
