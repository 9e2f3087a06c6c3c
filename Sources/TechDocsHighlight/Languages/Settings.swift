extension Language {
  static let toml = Language("TOML", ["toml"]) { scanner in
    var lexer = TOMLLexer()
    lexer.run(&scanner)
  }

  static let ini = Language(
    "INI", ["ini", "cfg", "dosini", "conf", "config", "editorconfig", "systemd", "gitconfig", "desktop"]
  ) { scanner in
    while !scanner.isAtEnd { iniLine(&scanner) }
  }

  static let properties = Language("Java properties", ["properties", "jproperties"]) { scanner in
    while !scanner.isAtEnd { propertyLine(&scanner) }
  }

  private static let signs = ByteSet("=:\n")
  private static let blankOrSign = ByteSet("=: \t\n")
  private static let iniValueEnd = ByteSet(";#\n")

  private static func iniLine(_ scanner: inout CodeScanner) {
    scanner.take(.plain, to: scanner.skipBlanks(from: scanner.at))
    let at = scanner.at, end = scanner.lineEnd(from: at)
    switch scanner[at] {
    case UInt8(ascii: ";"), UInt8(ascii: "#"): scanner.take(.c1, to: end)
    case UInt8(ascii: "["): scanner.take(.k, to: end)
    default:
      let sign = scanner.find(signs, from: at)
      var key = sign
      while key > at, scanner.code[key - 1] <= 0x20 { key -= 1 }
      scanner.take(.na, to: key)
      guard sign < end else { break }
      scanner.take(.plain, to: sign)
      scanner.take(.o, to: sign + 1)
      scanner.take(.plain, to: scanner.skipBlanks(from: scanner.at))
      let quote = scanner[scanner.at]
      let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
      scanner.take(.s, to: isQuoted ? end : min(end, scanner.find(iniValueEnd, from: scanner.at)))
      scanner.take(.c1, to: end)
    }
    scanner.take(.plain, to: min(end + 1, scanner.end))
  }

  private static func propertyLine(_ scanner: inout CodeScanner) {
    scanner.take(.plain, to: scanner.skipBlanks(from: scanner.at))
    let at = scanner.at
    var end = scanner.lineEnd(from: at)
    if scanner[at] == UInt8(ascii: "#") || scanner[at] == UInt8(ascii: "!") {
      scanner.take(.c1, to: end)
    } else {
      scanner.take(.na, to: scanner.find(blankOrSign, from: at))
      let sign = scanner.skipBlanks(from: scanner.at)
      scanner.take(.plain, to: sign)
      if scanner[sign] == UInt8(ascii: "=") || scanner[sign] == UInt8(ascii: ":") { scanner.take(.o, count: 1) }
      scanner.take(.plain, to: scanner.skipBlanks(from: scanner.at))
      while end < scanner.end, end > at, scanner.code[end - 1] == UInt8(ascii: "\\") {
        scanner.take(.s, to: end - 1)
        scanner.take(.se, to: end + 1)
        scanner.take(.plain, to: scanner.skipBlanks(from: scanner.at))
        end = scanner.lineEnd(from: scanner.at)
      }
      scanner.take(.s, to: end)
    }
    scanner.take(.plain, to: min(end + 1, scanner.end))
  }
}
