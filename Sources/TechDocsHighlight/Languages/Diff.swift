extension Language {
  static let diff = Language("Diff", ["diff", "udiff", "patch"]) { scanner in
    while !scanner.isAtEnd {
      let at = scanner.at, end = scanner.lineEnd(from: at)
      scanner.take(diffKind(at, end, scanner), to: end)
      scanner.take(.plain, to: min(end + 1, scanner.end))
    }
  }

  private static func diffKind(_ at: Int, _ end: Int, _ scanner: borrowing CodeScanner) -> TokenKind {
    switch scanner[at] {
    case UInt8(ascii: "-"): end == at + 3 && scanner.has("---", at: at) ? .gs : .gd
    case UInt8(ascii: "<") where scanner[at + 1] == 0x20: .gd
    case UInt8(ascii: "+"): .gi
    case UInt8(ascii: ">") where scanner[at + 1] == 0x20: .gi
    case UInt8(ascii: "@"): .gu
    case UInt8(ascii: "!"): .gs
    case UInt8(ascii: "="): .gh
    default: scanner.has("diff", at: at) || scanner.hasCaseless("index", at: at) ? .gh : .plain
    }
  }
}
