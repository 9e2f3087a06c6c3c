import TechDocsModel

/// What a file of the index is called: ten hexadecimal digits of its content's fingerprint, so that a name never means
/// two contents and every file but the root may be cached for ever.
struct ContentName: Hashable, CustomStringConvertible {
  static let length = 5

  let bytes: [UInt8]

  init(of content: [UInt8]) {
    let digits = Array(Digest(of: content).description.utf8.prefix(2 * Self.length))
    bytes = stride(from: 0, to: digits.count, by: 2).map { Self.value(digits[$0]) << 4 | Self.value(digits[$0 + 1]) }
  }

  init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  var description: String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private static func value(_ digit: UInt8) -> UInt8 { digit > 0x39 ? digit - 0x57 : digit - 0x30 }
}
