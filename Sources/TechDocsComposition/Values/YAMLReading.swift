package import TechDocsModel

extension FieldNode {
  /// Reads YAML as the API server does: YAML 1.1's types, then through JSON, so that `3.0` is the integer 3.
  ///
  /// Depth and size are bounded by `YAMLDocument`. Keys that are no text become their text.
  package init(_ node: YAMLNode, as kind: Origin.Kind) {
    let origin = Origin.place(kind, line: node.range.start.line, column: node.range.start.column)
    switch node.value {
    case .scalar(let text, let isPlain):
      self.init(isPlain ? YAMLScalar.value(of: text) : .string(text), origin)
    case .sequence(let items):
      self.init(.list(items.map { FieldNode($0, as: kind) }), origin)
    case .mapping(let entries):
      // Two keys may have one text, as `1` and `"1"` do; the later one counts.
      var fields: [Fields.Entry] = [], places: [String: Int] = [:]
      for entry in entries {
        guard case .scalar(let key, _) = entry.key.value else { continue }
        let node = FieldNode(entry.value, as: kind)
        if let place = places[key] {
          fields[place].node = node
        } else {
          places[key] = fields.count
          fields.append(Fields.Entry(key: key, node: node))
        }
      }
      self.init(.map(Fields(unique: fields)), origin)
    }
  }
}

/// The types of plain scalars in the YAML that Kubernetes reads.
///
/// Source: YAML 1.1's core types; `sigs.k8s.io/yaml` turns dates into text again, and integral floats into integers.
enum YAMLScalar {
  static func value(of text: String) -> FieldValue {
    switch text {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON": return .bool(true)
    case "false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF": return .bool(false)
    default: return number(text) ?? .string(text)
    }
  }

  /// Whether a plain scalar of this text would be read as something other than that text.
  static func isAmbiguous(_ text: String) -> Bool { value(of: text) != .string(text) }

  private static func number(_ text: String) -> FieldValue? {
    let bytes = Array(text.utf8.prefix(400))
    guard let first = bytes.first, isNumeric(first), bytes.count == text.utf8.count else { return nil }
    let plain = text.contains("_") ? text.replacing("_", with: "") : text
    if let int = integer(plain) { return .int(int) }
    guard isFloat(Array(plain.utf8)), let double = Double(plain), double.isFinite else { return nil }
    // Through JSON, as everything in Kubernetes: 3.0 is marshalled as 3 and read as an integer.
    return Int64(exactly: double).map { .int($0) } ?? .double(double)
  }

  private static func isNumeric(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || [0x2b, 0x2d, 0x2e].contains(byte)
  }

  private static func integer(_ text: String) -> Int64? {
    let sign = text.hasPrefix("-") ? "-" : ""
    let digits = text.hasPrefix("-") || text.hasPrefix("+") ? String(text.dropFirst()) : text
    guard let first = digits.utf8.first, first >= UInt8(ascii: "0"), first <= UInt8(ascii: "9") else { return nil }
    for (prefix, radix) in [("0x", 16), ("0b", 2), ("0o", 8)] where digits.hasPrefix(prefix) {
      let rest = digits.dropFirst(2)
      return rest.hasPrefix("-") || rest.hasPrefix("+") ? nil : Int64(sign + rest, radix: radix)
    }
    if digits.hasPrefix("0"), digits.utf8.count > 1 { return Int64(sign + digits, radix: 8) }
    return Int64(sign + digits)
  }

  /// `[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`
  private static func isFloat(_ bytes: [UInt8]) -> Bool {
    var index = 0
    func digits() -> Int {
      let start = index
      while index < bytes.count, bytes[index] >= 0x30, bytes[index] <= 0x39 { index += 1 }
      return index - start
    }
    if index < bytes.count, bytes[index] == 0x2b || bytes[index] == 0x2d { index += 1 }
    var count = digits()
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      count += digits()
    }
    guard count > 0 else { return false }
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < bytes.count, bytes[index] == 0x2b || bytes[index] == 0x2d { index += 1 }
      guard digits() > 0 else { return false }
    }
    return index == bytes.count
  }
}
