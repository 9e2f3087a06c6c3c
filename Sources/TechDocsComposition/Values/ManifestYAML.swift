import TechDocsModel

/// Writes values as YAML, block style, keys in their order.
///
/// Texts that YAML 1.1 would read as something else are quoted, so that any reader gives the same values back.
package enum ManifestYAML {
  /// One document without `---`, ending with a line end.
  package static func text(of node: FieldNode) -> String {
    var text = ""
    write(node, indent: 0, into: &text, isInline: false)
    return text
  }

  /// Documents with `---` between them.
  package static func stream(of nodes: [FieldNode]) -> String {
    nodes.map { "---\n" + text(of: $0) }.joined()
  }

  /// Writes a value at the place of the cursor; `isInline` when a key or a dash stands before it on the line.
  private static func write(_ node: FieldNode, indent: Int, into text: inout String, isInline: Bool) {
    switch node.value {
    case .map(let fields) where !fields.isEmpty:
      for (index, entry) in fields.entries.enumerated() {
        if index > 0 || !isInline { text += spaces(indent) }
        text += scalar(entry.key) + ":"
        writeBelow(entry.node, indent: indent, into: &text)
      }
    case .list(let items) where !items.isEmpty:
      for (index, item) in items.enumerated() {
        if index > 0 || !isInline { text += spaces(indent) }
        text += "- "
        write(item, indent: indent + 2, into: &text, isInline: true)
      }
    default: text += line(of: node) + "\n"
    }
  }

  /// The value after `key:`.
  private static func writeBelow(_ node: FieldNode, indent: Int, into text: inout String) {
    switch node.value {
    case .map(let fields) where !fields.isEmpty:
      text += "\n"
      write(node, indent: indent + 2, into: &text, isInline: false)
    case .list(let items) where !items.isEmpty:
      text += "\n"
      write(node, indent: indent, into: &text, isInline: false)
    default: text += " " + line(of: node) + "\n"
    }
  }

  private static func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

  /// A value that takes one line: a scalar, or an empty list or map.
  package static func line(of node: FieldNode) -> String {
    switch node.value {
    case .null: "null"
    case .bool(let bool): bool ? "true" : "false"
    case .int(let int): String(int)
    case .double(let double): double == double.rounded() && abs(double) < 1e15 ? String(Int64(double)) : number(double)
    case .string(let text): scalar(text)
    case .list(let items): items.isEmpty ? "[]" : GoText.json(node)
    case .map(let fields): fields.isEmpty ? "{}" : GoText.json(node)
    }
  }

  /// YAML 1.1 reads an exponent only after a point.
  private static func number(_ double: Double) -> String {
    let text = GoFloat.shortest(double)
    guard text.contains("e"), !text.contains(".") else { return text }
    return text.replacing("e", with: ".0e")
  }

  /// A text as a plain, single-quoted or double-quoted scalar.
  package static func scalar(_ text: String) -> String {
    if isEvidentlyPlain(text) || isPlain(text) { return text }
    let needsEscapes = text.unicodeScalars.contains {
      $0.value < 0x20 || $0.value == 0x7f || ("\u{80}"..."\u{9f}").contains($0) || $0 == "\u{85}" || $0 == "\u{2028}"
        || $0 == "\u{2029}" || $0 == "\u{feff}"
    }
    guard needsEscapes else { return "'" + text.replacingASCII(["'": "''"]) + "'" }
    return doubleQuoted(text)
  }

  private static func doubleQuoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\r": quoted += "\\r"
      case "\u{0}"..."\u{1f}", "\u{7f}"..."\u{9f}", "\u{2028}", "\u{2029}", "\u{feff}":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// Whether a text needs no quotes for a reason that takes one look at its bytes: letters first, then nothing odd, and
  /// longer than any word that YAML reads as something else. False says nothing.
  package static func isEvidentlyPlain(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.count > 5, bytes[0] | 0x20 >= UInt8(ascii: "a"), bytes[0] | 0x20 <= UInt8(ascii: "z") else {
        return false
      }
      return bytes.allSatisfy { byte in
        byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z") || byte >= 0x2d && byte <= 0x39
          || byte == UInt8(ascii: "_")
      }
    }
  }

  private static func isPlain(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, let last = bytes.last, !YAMLScalar.isAmbiguous(text), !isDate(bytes),
      !isSexagesimal(bytes)
    else { return false }
    if "!&*|>'\"%@`#,[]{}=".utf8.contains(first) || first == 0x20 || last == 0x20 || last == UInt8(ascii: ":") {
      return false
    }
    if "-?:".utf8.contains(first), bytes.count == 1 || bytes[1] == 0x20 { return false }
    if text.hasPrefix("---") || text.hasPrefix("...") || text == "<<" { return false }
    for (index, byte) in bytes.enumerated() {
      guard byte >= 0x20, byte != 0x7f else { return false }
      if byte == UInt8(ascii: ":"), index + 1 < bytes.count, bytes[index + 1] == 0x20 { return false }
      if byte == UInt8(ascii: "#"), index > 0, bytes[index - 1] == 0x20 { return false }
      // Flow marks are harmless in block style, but `,` and brackets confuse people where a value begins with them.
      if byte >= 0xc2, byte <= 0xc2, index + 1 < bytes.count, bytes[index + 1] < 0xa0 { return false }
      if byte == 0xe2,
        bytes[index...].starts(with: [0xe2, 0x80, 0xa8]) || bytes[index...].starts(with: [0xe2, 0x80, 0xa9])
      {
        return false
      }
      if byte == 0xef, bytes[index...].starts(with: [0xef, 0xbb, 0xbf]) { return false }
    }
    return true
  }

  /// `2024-01-31`, which YAML 1.1 reads as a date.
  private static func isDate(_ bytes: [UInt8]) -> Bool {
    let isDigit = { (byte: UInt8) in byte >= 0x30 && byte <= 0x39 }
    return bytes.count >= 8 && bytes[..<4].allSatisfy(isDigit) && bytes[4] == UInt8(ascii: "-") && isDigit(bytes[5])
  }

  /// `1:30`, which YAML 1.1 reads to the base of sixty.
  private static func isSexagesimal(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first, first >= 0x30 && first <= 0x39 || first == 0x2b || first == 0x2d else {
      return false
    }
    return bytes.contains(UInt8(ascii: ":"))
      && bytes.dropFirst().allSatisfy { $0 >= 0x30 && $0 <= 0x39 || ":._".utf8.contains($0) }
  }
}
