package import TechDocsModel

/// What a YAML value is by the core schema of YAML 1.2, which Backstage reads catalog files by.
///
/// `yes` and dates are strings there, unlike in the YAML 1.1 of `mkdocs.yml`.
package enum CoreType: String, Sendable, Hashable {
  case null, boolean, number, string, list, mapping
}

extension YAMLNode {
  /// The type of the value by YAML 1.2's core schema.
  package var coreType: CoreType {
    switch value {
    case .sequence: return .list
    case .mapping: return .mapping
    case .scalar(_, isPlain: false): return .string
    case .scalar(let text, isPlain: true):
      if isNull { return .null }
      switch text {
      case "true", "True", "TRUE", "false", "False", "FALSE": return .boolean
      default: return CoreNumber.isNumber(text) ? .number : .string
      }
    }
  }

  /// The text where the value is a string by the core schema; nil for numbers and booleans, which are other types.
  package var coreString: String? { coreType == .string ? string : nil }
}

/// Numbers of the core schema.
package enum CoreNumber {
  /// Whether a plain scalar is an integer or a float.
  ///
  /// Source: YAML 1.2.2, 10.3.2 "Tag Resolution".
  package static func isNumber(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, first < UInt8(ascii: "A") else { return false }
    if text.hasPrefix("0o") { return bytes.count > 2 && bytes[2...].allSatisfy { ("0"..."7").contains(scalar($0)) } }
    if text.hasPrefix("0x") { return bytes.count > 2 && bytes[2...].allSatisfy { isHex($0) } }
    var rest = bytes[...]
    if first == UInt8(ascii: "-") || first == UInt8(ascii: "+") { rest.removeFirst() }
    switch String(decoding: rest, as: UTF8.self) {
    case ".inf", ".Inf", ".INF": return true
    case ".nan", ".NaN", ".NAN": return rest.count == bytes.count
    default: return isDecimal(rest)
    }
  }

  private static func isDecimal(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    let whole = digits(&rest)
    var fraction = 0
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      fraction = digits(&rest)
    }
    guard whole + fraction > 0 else { return false }
    if rest.first.map({ $0 | 0x20 }) == UInt8(ascii: "e") {
      rest.removeFirst()
      if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
      if digits(&rest) == 0 { return false }
    }
    return rest.isEmpty
  }

  /// Takes digits off the front and counts them.
  private static func digits(_ bytes: inout ArraySlice<UInt8>) -> Int {
    let count = bytes.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
    bytes = bytes.dropFirst(count)
    return count
  }

  private static func scalar(_ byte: UInt8) -> Unicode.Scalar { Unicode.Scalar(byte) }

  private static func isHex(_ byte: UInt8) -> Bool {
    ("0"..."9").contains(scalar(byte)) || ("a"..."f").contains(scalar(byte | 0x20))
  }
}
