extension Language {
  static let http = Language("HTTP", ["http", "https"]) { scanner in
    firstLine(&scanner)
    while !scanner.isAtEnd, scanner[scanner.at] != 0x0A, scanner[scanner.at] != 0x0D { header(&scanner) }
    scanner.take(.plain, to: scanner.skip(ByteSet(" \t\r\n"), from: scanner.at))
    switch scanner[scanner.at] {
    case UInt8(ascii: "{"), UInt8(ascii: "["): scanner.embed(.json, to: scanner.end)
    case UInt8(ascii: "<"): scanner.embed(.html, to: scanner.end)
    default: scanner.take(.plain, to: scanner.end)
    }
  }

  private static let httpBlank = ByteSet(" \r\n")

  /// `GET /orders HTTP/1.1` or `HTTP/1.1 200 OK`.
  private static func firstLine(_ scanner: inout CodeScanner) {
    let end = scanner.lineEnd(from: scanner.at)
    let isAnswer = scanner.has("HTTP/", at: scanner.at)
    var word = 0
    while scanner.at < end {
      if scanner.has("HTTP/", at: scanner.at) {
        scanner.take(.kr, count: 4)
        scanner.take(.o, count: 1)
        scanner.take(.m, to: scanner.find(httpBlank, from: scanner.at))
      } else {
        let next = min(end, scanner.find(httpBlank, from: scanner.at))
        scanner.take(isAnswer ? (word == 1 ? .m : .ne) : word == 0 ? .nf : .nn, to: next)
      }
      word += 1
      scanner.take(.plain, to: min(end, scanner.skip(httpBlank, from: scanner.at)))
    }
    scanner.take(.plain, to: min(end + 1, scanner.end))
  }

  private static func header(_ scanner: inout CodeScanner) {
    let at = scanner.at, end = scanner.lineEnd(from: at)
    let colon = scanner.find(ByteSet(":\n"), from: at)
    if colon < end, scanner.code[at] > 0x20 {
      scanner.take(.na, to: colon)
      scanner.take(.o, to: colon + 1)
      scanner.take(.plain, to: scanner.skipBlanks(from: scanner.at))
    }
    scanner.take(.l, to: end)
    scanner.take(.plain, to: min(end + 1, scanner.end))
  }
}
