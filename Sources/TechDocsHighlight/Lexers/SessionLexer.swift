/// Reads what stands on a terminal: prompts, commands in a language, output.
struct SessionLexer {
  /// The language of the commands.
  let language: Language
  /// Where a prompt ends that begins at a line's start; nil when the line has none.
  let prompt: @Sendable (borrowing CodeScanner, Int) -> Int?
  /// The prompt of a command's further lines.
  let more: StaticString
  /// Whether further lines come only behind a backslash.
  let needsBackslash: Bool

  func lex(_ scanner: inout CodeScanner) {
    var goesOn = false
    while !scanner.isAtEnd {
      let start = scanner.at
      let end = min(scanner.lineEnd(from: start) + 1, scanner.end)
      if let code = prompt(scanner, start) {
        scanner.take(.gp, to: min(code, end))
        goesOn = command(to: end, &scanner)
      } else if goesOn {
        if scanner.has(more, at: start) { scanner.take(.gp, count: more.utf8CodeUnitCount) }
        goesOn = needsBackslash || scanner.at > start ? command(to: end, &scanner) : false
        if scanner.at < end { scanner.take(.go, to: end) }
      } else {
        scanner.take(.go, to: end)
      }
    }
  }

  /// Reads a command's line; true when another may follow.
  private func command(to end: Int, _ scanner: inout CodeScanner) -> Bool {
    scanner.embed(language, to: end)
    return !needsBackslash || scanner.code[max(end - 2, 0)] == UInt8(ascii: "\\") && end >= 2
  }
}
