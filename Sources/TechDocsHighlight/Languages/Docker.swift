extension Language {
  static let docker = Language("Dockerfile", ["docker", "dockerfile", "containerfile"]) { scanner in
    while !scanner.isAtEnd { instruction(&scanner) }
  }

  private static let dockerWords = WordSet(
    [
      Words(.k, "from as", next: .s), Words(.k, "maintainer expose workdir user stopsignal volume", next: .s),
      Words(.k, "run cmd entrypoint env arg label add copy healthcheck shell", next: .o),
      Words(.k, "onbuild", next: .k),
    ], isCaseless: true)

  private static func instruction(_ scanner: inout CodeScanner) {
    scanner.take(.plain, to: scanner.skipBlanks(from: scanner.at))
    let at = scanner.at
    if scanner[at] == UInt8(ascii: "#") {
      scanner.take(.c, to: scanner.lineEnd(from: at))
    } else {
      let end = scanner.skip(.letters, from: at)
      let known = dockerWords.withTable { $0.find(scanner.code + at, end - at) }
      if let known, scanner[end] <= 0x20 {
        scanner.take(.k, to: end)
        scanner.take(.plain, to: scanner.skipBlanks(from: end))
        arguments(known.next, &scanner)
      } else {
        scanner.embed(.bash, to: continuedEnd(from: at, scanner))
      }
    }
    if scanner[scanner.at] == 0x0A { scanner.take(.plain, count: 1) }
  }

  private static func arguments(_ kind: TokenKind, _ scanner: inout CodeScanner) {
    let end = continuedEnd(from: scanner.at, scanner)
    if kind == .k { return }
    if kind == .o {
      return scanner.embed(scanner[scanner.at] == UInt8(ascii: "[") ? .json : .bash, to: end)
    }
    while scanner.at < end {
      let at = scanner.at, next = min(scanner.find(dockerBlank, from: at), end)
      let isAs = next - at == 2 && scanner.hasCaseless("as", at: at)
      scanner.take(isAs ? .k : .s, to: next)
      scanner.take(.plain, to: min(max(next, scanner.skip(dockerBlank, from: next)), end))
    }
  }

  private static let dockerBlank = ByteSet(" \t\r\n")

  /// The end of a line and of those that it goes on with behind a backslash; comments between them count.
  private static func continuedEnd(from start: Int, _ scanner: borrowing CodeScanner) -> Int {
    var end = scanner.lineEnd(from: start)
    while end < scanner.end {
      var last = end
      while last > start, scanner.code[last - 1] == 0x20 || scanner.code[last - 1] == 0x0D { last -= 1 }
      let next = scanner.skipBlanks(from: end + 1)
      guard last > start, scanner.code[last - 1] == UInt8(ascii: "\\") || isCommentBetween(start, end, scanner) else {
        return end
      }
      end = scanner.lineEnd(from: next)
    }
    return end
  }

  /// Whether the line that ends here is a comment below a line that goes on.
  private static func isCommentBetween(_ start: Int, _ end: Int, _ scanner: borrowing CodeScanner) -> Bool {
    var line = end
    while line > start, scanner.code[line - 1] != 0x0A { line -= 1 }
    return line > start && scanner[scanner.skipBlanks(from: line)] == UInt8(ascii: "#")
  }
}
