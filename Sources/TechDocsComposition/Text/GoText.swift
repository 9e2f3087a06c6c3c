/// Go's words for values.
enum GoText {
  /// The type's name, as `%T` prints it.
  static func type(of node: FieldNode) -> String {
    switch node.value {
    case .null: "<nil>"
    case .bool: "bool"
    case .int: "int64"
    case .double: "float64"
    case .string: "string"
    case .list: "[]interface {}"
    case .map: "map[string]interface {}"
    }
  }

  /// `strconv.Quote`.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": quoted += "\\\\"
      case "\"": quoted += "\\\""
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\r": quoted += "\\r"
      case "\u{7}": quoted += "\\a"
      case "\u{8}": quoted += "\\b"
      case "\u{b}": quoted += "\\v"
      case "\u{c}": quoted += "\\f"
      case "\u{0}"..."\u{1f}", "\u{7f}": quoted += "\\x" + hex(scalar, 2)
      case "\u{80}"..."\u{a0}", "\u{ad}", "\u{2028}", "\u{2029}", "\u{feff}": quoted += "\\u" + hex(scalar, 4)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  private static func hex(_ scalar: UnicodeScalar, _ width: Int) -> String {
    let digits = String(scalar.value, radix: 16)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  /// `strings.ToUpper` and `ToLower`: scalar by scalar, so that `ß` stays.
  static func mapped(_ text: String, upper: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      let mapped = upper ? scalar.properties.uppercaseMapping : scalar.properties.lowercaseMapping
      result.unicodeScalars.append(mapped.unicodeScalars.count == 1 ? mapped.unicodeScalars.first ?? scalar : scalar)
    }
    return result
  }

  /// `encoding/json`: keys sorted, `<`, `>` and `&` escaped.
  static func json(_ node: FieldNode) -> String {
    var text = ""
    write(node, into: &text)
    return text
  }

  private static func write(_ node: FieldNode, into text: inout String) {
    switch node.value {
    case .null: text += "null"
    case .bool(let bool): text += bool ? "true" : "false"
    case .int(let int): text += String(int)
    case .double(let double): text += jsonNumber(double)
    case .string(let string): text += jsonString(string)
    case .list(let items):
      text += "["
      for (index, item) in items.enumerated() {
        if index > 0 { text += "," }
        write(item, into: &text)
      }
      text += "]"
    case .map(let fields):
      text += "{"
      for (index, entry) in fields.sorted.enumerated() {
        text += (index > 0 ? "," : "") + jsonString(entry.key) + ":"
        write(entry.node, into: &text)
      }
      text += "}"
    }
  }

  /// A float as JSON: an exponent below 1e-6 and from 1e21, written `1e-7`.
  static func jsonNumber(_ number: Double) -> String {
    let text = GoFloat.shortest(number, exponentBelow: -6)
    return text.replacing("e-0", with: "e-")
  }

  private static func jsonString(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\u{8}": quoted += "\\b"
      case "\u{c}": quoted += "\\f"
      case "\u{0}"..."\u{1f}", "<", ">", "&", "\u{2028}", "\u{2029}": quoted += "\\u" + hex(scalar, 4)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
