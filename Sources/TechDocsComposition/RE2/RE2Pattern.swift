import CRE2

/// A regular expression with RE2's syntax and linear time, as in Go: no look-around, no back-references.
///
/// Matching is safe from several threads at once, and changes nothing; the address never changes.
package final class RE2Pattern: Sendable {
  /// Bytes that one automaton may take; RE2's own default.
  private static let memory = 8 << 20

  private let address: UInt
  package let text: String
  package let groupCount: Int

  /// Compiles a pattern; fails with Go's words.
  package init(_ text: String) throws(CompositionError) {
    self.text = text
    var bytes = text
    let pattern = bytes.withUTF8 { utf8 in
      utf8.withMemoryRebound(to: CChar.self) { cre2_compile($0.baseAddress, $0.count, Self.memory) }
    }
    guard let pattern else { throw CompositionError("error parsing regexp: out of memory") }
    address = UInt(bitPattern: pattern)
    groupCount = Int(cre2_group_count(pattern))
    if let fault = Self.fault(of: pattern) { throw fault }
  }

  deinit { cre2_free(pointer) }

  private var pointer: OpaquePointer? { OpaquePointer(bitPattern: address) }

  /// The text of each group of the first match, from group 0 for the whole; nil for one that took no part.
  ///
  /// - Returns: nil when nothing matches.
  package func groups(in text: String) -> [Substring?]? {
    guard let spans = spans(in: text, groups: groupCount + 1) else { return nil }
    let utf8 = text.utf8
    return (0...groupCount).map { group in
      let (start, end) = (spans[2 * group], spans[2 * group + 1])
      guard start >= 0 else { return nil }
      return text[utf8.index(utf8.startIndex, offsetBy: start)..<utf8.index(utf8.startIndex, offsetBy: end)]
    }
  }

  /// Whether the pattern matches anywhere.
  package func matches(_ text: String) -> Bool { spans(in: text, groups: 0) != nil }

  private func spans(in text: String, groups: Int) -> [Int]? {
    var text = text, spans = [Int](repeating: -1, count: 2 * groups)
    let isMatch = text.withUTF8 { utf8 in
      utf8.withMemoryRebound(to: CChar.self) { bytes in
        spans.withUnsafeMutableBufferPointer {
          cre2_match(pointer, bytes.baseAddress, bytes.count, CInt(groups), $0.baseAddress)
        }
      }
    }
    return isMatch ? spans : nil
  }

  private static func fault(of pattern: OpaquePointer) -> CompositionError? {
    var start: UnsafePointer<CChar>?, length = 0
    let code = cre2_error(pattern, &start, &length)
    guard code != 0 else { return nil }
    let argument = UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : length)
    let part = String(decoding: argument, as: UTF8.self)
    return CompositionError("error parsing regexp: \(words(for: code)): `\(part)`")
  }

  /// Go's words for RE2's error codes.
  private static func words(for code: CInt) -> String {
    switch code {
    case 2: "invalid escape sequence"
    case 3: "invalid character class"
    case 4: "invalid character class range"
    case 5: "missing closing ]"
    case 6: "missing closing )"
    case 7: "unexpected )"
    case 8: "trailing backslash at end of expression"
    case 9: "missing argument to repetition operator"
    case 10: "invalid repeat count"
    case 11: "invalid nested repetition operator"
    case 12: "invalid or unsupported Perl syntax"
    case 13: "invalid UTF-8"
    case 14: "invalid named capture"
    default: "expression too large"
    }
  }
}

extension RE2Pattern: Hashable {
  package static func == (one: RE2Pattern, other: RE2Pattern) -> Bool { one.text == other.text }
  package func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
