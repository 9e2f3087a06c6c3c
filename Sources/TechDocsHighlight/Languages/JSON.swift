extension Language {
  /// JSON with what its relatives allow: comments, single quotes, bare keys, dots for what is left out.
  static let json = Language(
    "JSON", ["json", "json-object", "jsonc", "json5", "jsonl", "ndjson", "jsonld", "json-ld", "geojson", "webmanifest"]
  ) { scanner in
    while !scanner.isAtEnd { jsonToken(&scanner) }
  }

  private static func jsonToken(_ scanner: inout CodeScanner) {
    let start = scanner.at, byte = scanner.code[start]
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): jsonString(byte, &scanner)
    case UInt8(ascii: "/") where scanner[start + 1] == byte: scanner.take(.c1, to: scanner.lineEnd(from: start))
    case UInt8(ascii: "/") where scanner[start + 1] == UInt8(ascii: "*"):
      let end = scanner.firstOffset(of: "*/", from: start + 2, to: scanner.end).map { $0 + 2 }
      scanner.take(.cm, to: end ?? scanner.end)
    case UInt8(ascii: "#"): scanner.take(.c1, to: scanner.lineEnd(from: start))
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): jsonNumber(&scanner)
    case _ where jsonPunctuation.contains(byte): scanner.take(.p, count: 1)
    case _ where ByteSet.word.contains(byte): jsonWord(&scanner)
    default: scanner.take(.plain, count: 1)
    }
  }

  private static let jsonPunctuation = ByteSet("{}[],:")
  private static let jsonNumberPart = ByteSet("0123456789.eE+-")
  private static let jsonIntegerPart = ByteSet("0123456789-")
  private static let jsonSpace = ByteSet(" \t\r\n")

  /// A string before a colon is a key.
  private static func jsonString(_ quote: UInt8, _ scanner: inout CodeScanner) {
    var end = scanner.at + 1
    while end < scanner.end, scanner.code[end] != quote, scanner.code[end] != 0x0A {
      end += scanner.code[end] == UInt8(ascii: "\\") && scanner[end + 1] != 0x0A ? 2 : 1
    }
    if scanner[end] == quote { end += 1 }
    let isKey = scanner[scanner.skip(jsonSpace, from: end)] == UInt8(ascii: ":")
    scanner.take(isKey ? .nt : quote == UInt8(ascii: "'") ? .s1 : .s2, to: end)
  }

  private static func jsonNumber(_ scanner: inout CodeScanner) {
    let start = scanner.at
    let end = scanner.skip(jsonNumberPart, from: start + 1)
    let isFloat = scanner.skip(jsonIntegerPart, from: start) < end
    scanner.take(isFloat ? .mf : .mi, to: end)
  }

  private static func jsonWord(_ scanner: inout CodeScanner) {
    let start = scanner.at, end = scanner.skip(.word, from: start)
    let isConstant =
      scanner.has("true", at: start) && end == start + 4
      || scanner.has("false", at: start) && end == start + 5 || scanner.has("null", at: start) && end == start + 4
    scanner.take(isConstant ? .kc : scanner[end] == UInt8(ascii: ":") ? .nt : .plain, to: end)
  }
}
