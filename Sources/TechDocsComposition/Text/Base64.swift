/// RFC 4648 with padding, as Go's `base64.StdEncoding`.
enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func encoded(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let word = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        text.append(place <= group.count ? alphabet[word >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Line ends are skipped; anything else that does not belong is an error at its place.
  static func decoded(_ text: String) throws(CompositionError) -> String {
    let bytes = Array(text.utf8)
    let places = bytes.indices.filter { bytes[$0] != 0x0a && bytes[$0] != 0x0d }
    let fault = { (place: Int) in
      CompositionError("string is not valid base64: illegal base64 data at input byte \(place)")
    }
    var padding = 0
    while padding < min(2, places.count), bytes[places[places.count - 1 - padding]] == UInt8(ascii: "=") {
      padding += 1
    }
    guard places.count % 4 == 0 else { throw fault(places.count / 4 * 4) }
    var decoded: [UInt8] = [], word = 0
    for (index, place) in places.dropLast(padding).enumerated() {
      guard let digit = alphabet.firstIndex(of: bytes[place]) else { throw fault(place) }
      word = word << 6 | digit
      if index % 4 == 3 {
        decoded += [UInt8(word >> 16 & 255), UInt8(word >> 8 & 255), UInt8(word & 255)]
        word = 0
      }
    }
    if padding == 1 { decoded += [UInt8(word >> 10 & 255), UInt8(word >> 2 & 255)] }
    if padding == 2 { decoded.append(UInt8(word >> 4 & 255)) }
    return String(decoding: decoded, as: UTF8.self)
  }
}
