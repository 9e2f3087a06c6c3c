extension Language {
  static let console = Language(
    "Shell session", ["console", "shell-session", "terminal", "bash-session", "sh-session"]
  ) {
    SessionLexer(language: .bash, prompt: { shellPrompt($0, $1) }, more: "> ", needsBackslash: true).lex(&$0)
  }

  static let pythonConsole = Language("Python session", ["pycon", "python-console"]) {
    SessionLexer(
      language: .python,
      prompt: { scanner, at in
        scanner.has(">>> ", at: at) ? at + 4 : scanner.has(">>>", at: at) && scanner[at + 3] <= 0x20 ? at + 3 : nil
      }, more: "...", needsBackslash: false
    ).lex(&$0)
  }

  private static let promptMarks = ByteSet("$#%")
  private static let virtualEnd = ByteSet(") \n")
  private static let bracketEnd = ByteSet("]\n")
  private static let hostEnd = ByteSet("$#% \t\n")
  private static let hostMark = ByteSet("@:\n")

  /// `$ `, `# `, `user@host:~/docs$ `, `[root@host ~]# `, each with `(venv) ` before it.
  private static func shellPrompt(_ scanner: borrowing CodeScanner, _ start: Int) -> Int? {
    var at = scanner.skipBlanks(from: start)
    if scanner[at] == UInt8(ascii: "(") {
      at = scanner.find(virtualEnd, from: at)
      guard scanner[at] == UInt8(ascii: ")") else { return nil }
      at = scanner.skipBlanks(from: at + 1)
    }
    if let end = promptMark(scanner, at) { return end }
    if scanner[at] == UInt8(ascii: "[") {
      at = scanner.find(bracketEnd, from: at)
      return scanner[at] == UInt8(ascii: "]") ? promptMark(scanner, scanner.skipBlanks(from: at + 1)) : nil
    }
    let word = at
    at = scanner.find(hostEnd, from: at)
    let place = scanner.find(hostMark, from: word)
    guard place > word + 1, place < at || scanner.has("sh", at: word) else { return nil }
    let mark = scanner.skipBlanks(from: at)
    guard let end = promptMark(scanner, mark), scanner[mark + 1] <= 0x20 else { return nil }
    return end
  }

  /// Behind a prompt's last sign and the blanks that follow.
  private static func promptMark(_ scanner: borrowing CodeScanner, _ at: Int) -> Int? {
    if promptMarks.contains(scanner[at]) { return scanner.skipBlanks(from: at + 1) }
    return scanner.has("❯", at: at) ? scanner.skipBlanks(from: at + 3) : nil
  }
}
