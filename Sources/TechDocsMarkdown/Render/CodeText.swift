import TechDocsModel

/// The text of a code block as it is shown: lines of nothing but white space are empty, and there are none at its ends.
///
/// Source: Python-Markdown's `normalize_whitespace` and `stripnl` of `pymdownx.highlight`.
struct CodeText {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let keepsBlankEnds: Bool

  init(_ bytes: UnsafeBufferPointer<UInt8>, keepsBlankEnds: Bool) {
    self.bytes = bytes
    self.keepsBlankEnds = keepsBlankEnds
  }

  /// The text in place where nothing needs to go, which is nearly always.
  func withBytes(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    guard isBlank(at: 0) || bytes.count > 1 && isBlank(at: lastLine) || hasWhiteLine else { return body(bytes) }
    cleaned.withUnsafeBufferPointer(body)
  }

  private var lastLine: Int { (bytes.dropLast().lastIndex { $0 == UInt8(ascii: "\n") } ?? -1) + 1 }

  private func isBlank(at start: Int) -> Bool {
    guard !keepsBlankEnds, start < bytes.count else { return false }
    return bytes[start...].prefix { $0 != UInt8(ascii: "\n") }.allSatisfy(Self.isWhite)
  }

  private var hasWhiteLine: Bool {
    var start = 0
    while start < bytes.count {
      let end = bytes.offset(of: UInt8(ascii: "\n"), from: start) ?? bytes.count
      if start < end, bytes[start..<end].allSatisfy(Self.isWhite) { return true }
      start = end + 1
    }
    return false
  }

  private var cleaned: [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if !line.allSatisfy(Self.isWhite) { text += line }
      text.append(UInt8(ascii: "\n"))
    }
    text.removeLast()
    guard !keepsBlankEnds, let first = text.firstIndex(where: { $0 != UInt8(ascii: "\n") }) else { return text }
    while text.last == UInt8(ascii: "\n") { text.removeLast() }
    return Array(text[first...]) + [UInt8(ascii: "\n")]
  }

  private static func isWhite(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0d }
}

extension CodeText {
  /// The same for a text that is looked at only.
  var isEmpty: Bool { bytes.allSatisfy { Self.isWhite($0) || $0 == UInt8(ascii: "\n") } }
}
