/// The shapes of names in a catalog, checked by bytes.
///
/// Source: Backstage `KubernetesValidatorFunctions`, `CommonValidatorFunctions` and `makeValidator`.
package enum NameRule {
  /// `metadata.name`: 1 to 63 of letters, digits, `-`, `_`, `.`, with a letter or digit at both ends.
  package static func isObjectName(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, let last = bytes.last, bytes.count <= 63 else { return false }
    return isAlphanumeric(first) && isAlphanumeric(last)
      && bytes.allSatisfy { isAlphanumeric($0) || $0 == dash || $0 == UInt8(ascii: "_") || $0 == dot }
  }

  /// A namespace, and each part of a DNS name: 1 to 63 of lower-case letters and digits, dashes between them.
  package static func isDNSLabel(_ text: String) -> Bool { isDNSLabel(text[...]) }

  private static func isDNSLabel(_ text: Substring) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, let last = bytes.last, bytes.count <= 63 else { return false }
    return isLowerAlphanumeric(first) && isLowerAlphanumeric(last)
      && bytes.allSatisfy { isLowerAlphanumeric($0) || $0 == dash }
  }

  /// `a.b.c` of DNS labels, at most 253 bytes.
  static func isDNSSubdomain(_ text: Substring) -> Bool {
    let bytes = text.utf8
    return !bytes.isEmpty && bytes.count <= 253
      && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { isDNSLabel($0) }
  }

  /// A key of labels or annotations: `[dns-subdomain/]name`.
  package static func isKey(_ text: String) -> Bool { isPrefixed(text, isObjectName) }

  /// `apiVersion`: `[dns-subdomain/]` and 1 to 63 letters and digits.
  package static func isAPIVersion(_ text: String) -> Bool {
    isPrefixed(text) { (1...63).contains($0.utf8.count) && $0.utf8.allSatisfy(isAlphanumeric) }
  }

  /// A letter, then letters and digits, at most 63.
  package static func isKind(_ text: String) -> Bool {
    guard let first = text.utf8.first, text.utf8.count <= 63 else { return false }
    return isAlphanumeric(first) && !isDigit(first) && text.utf8.allSatisfy(isAlphanumeric)
  }

  /// 1 to 63 of lower-case letters, digits, `:`, `+`, `#`, single dashes between them.
  package static func isTag(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let last = bytes.last, last != dash, bytes.count <= 63 else { return false }
    var previous = dash
    for byte in bytes {
      if byte == dash ? previous == dash : !(isLowerAlphanumeric(byte) || ":+#".utf8.contains(byte)) { return false }
      previous = byte
    }
    return true
  }

  /// An absolute URL as a browser reads one; of the web's schemes a host is asked too.
  package static func isURL(_ text: String) -> Bool {
    let bytes = text.utf8.drop { $0 == UInt8(ascii: " ") || (9...13).contains($0) }
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), let first = bytes.first, isAlphanumeric(first),
      !isDigit(first), bytes[..<colon].allSatisfy({ isAlphanumeric($0) || "+.-".utf8.contains($0) })
    else { return false }
    let scheme = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
    guard ["http", "https", "ftp", "ws", "wss"].contains(scheme) else { return true }
    let host = bytes[bytes.index(after: colon)...].drop { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
    guard let start = host.first else { return false }
    return start != UInt8(ascii: "?") && start != UInt8(ascii: "#") && start > UInt8(ascii: " ")
  }

  private static func isPrefixed(_ text: String, _ isSuffix: (String) -> Bool) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 1 { return isSuffix(text) }
    return parts.count == 2 && isDNSSubdomain(parts[0]) && isSuffix(String(parts[1]))
  }

  private static let dash = UInt8(ascii: "-")
  private static let dot = UInt8(ascii: ".")

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private static func isLowerAlphanumeric(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isLowerAlphanumeric(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }
}
