extension StringProtocol {
  /// This text with other text for some ASCII characters, wherever their byte stands.
  ///
  /// `replacing` compares whole characters: a quotation mark with a combining mark behind it is another one there, and a
  /// browser, a shell or a parser of YAML still ends a text at it. Whatever quotes or escapes needs this one.
  package func replacingASCII(_ table: KeyValuePairs<Unicode.Scalar, String>) -> String {
    let wanted = table.map { (byte: UInt8(ascii: $0.key), text: Array($0.value.utf8)) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count + 16)
    for byte in utf8 {
      if let found = wanted.first(where: { $0.byte == byte }) { bytes += found.text } else { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
