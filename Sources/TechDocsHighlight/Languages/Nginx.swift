extension Language {
  static let nginx = Language("nginx", ["nginx", "nginxconf"]) { scanner in
    var isStart = true, depth = 0
    while !scanner.isAtEnd { nginxToken(&isStart, &depth, &scanner) }
  }

  static let apache = Language("Apache configuration", ["apacheconf", "aconf", "apache"]) { scanner in
    while !scanner.isAtEnd { apacheLine(&scanner) }
  }

  private static let nginxWordEnd = ByteSet(" \t\r\n;#{}")
  private static let nginxVariableEnd = ByteSet(" \t\r\n;#()")
  private static let sizePart = ByteSet("0123456789kKmMgGsdh")

  private static func nginxToken(_ isStart: inout Bool, _ depth: inout Int, _ scanner: inout CodeScanner) {
    let at = scanner.at, byte = scanner.code[at]
    switch byte {
    case 0x00...0x20: scanner.take(.plain, count: 1)
    case UInt8(ascii: "#"): scanner.take(.c1, to: scanner.lineEnd(from: at))
    case UInt8(ascii: ";"), UInt8(ascii: "{"), UInt8(ascii: "}"):
      scanner.take(.p, count: 1)
      depth = max(0, depth + (byte == UInt8(ascii: "{") ? 1 : byte == UInt8(ascii: "}") ? -1 : 0))
      isStart = true
    case UInt8(ascii: "$") where !isStart: scanner.take(.nv, to: max(at + 1, scanner.find(nginxVariableEnd, from: at)))
    case UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: "~"): scanner.take(.p, count: 1)
    default:
      let end = max(at + 1, scanner.find(nginxWordEnd, from: at))
      let size = scanner.skip(sizePart, from: at)
      let isSwitch = end - at == 2 && scanner.has("on", at: at) || end - at == 3 && scanner.has("off", at: at)
      let isPath = byte == UInt8(ascii: "/")
      scanner.take(
        isStart ? (depth > 0 ? .kn : .k) : isSwitch ? .no : size == end ? .mi : isPath ? .n : .s, to: end)
      isStart = false
    }
  }

  private static func apacheLine(_ scanner: inout CodeScanner) {
    scanner.take(.plain, to: scanner.skipBlanks(from: scanner.at))
    let at = scanner.at, end = scanner.lineEnd(from: at)
    if scanner[at] == UInt8(ascii: "#") {
      scanner.take(.c, to: end)
    } else if scanner[at] == UInt8(ascii: "<") {
      scanner.take(.nt, to: min(end, scanner.find(ByteSet(" \t>\n"), from: at)))
      scanner.take(.s, to: end > scanner.at && scanner.code[end - 1] == UInt8(ascii: ">") ? end - 1 : end)
      scanner.take(.nt, to: end)
    } else {
      scanner.take(.nb, to: min(end, scanner.find(ByteSet(" \t\n"), from: at)))
      scanner.take(.s, to: end)
    }
    scanner.take(.plain, to: min(end + 1, scanner.end))
  }
}
