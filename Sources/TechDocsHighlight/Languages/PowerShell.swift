extension Language {
  static let powershell = Language("PowerShell", ["powershell", "pwsh", "posh", "ps1", "psm1"]) {
    powershellGrammar.lex(&$0)
  }

  static let powershellSession = Language("PowerShell session", ["pwsh-session", "ps1con"]) {
    SessionLexer(
      language: .powershell,
      prompt: { scanner, at in
        guard scanner.has("PS", at: at), scanner[at + 2] == UInt8(ascii: ">") || scanner[at + 2] == 0x20 else {
          return nil
        }
        let end = scanner.find(promptEnd, from: at)
        return scanner[end] == UInt8(ascii: ">") ? scanner.skipBlanks(from: end + 1) : nil
      }, more: ">", needsBackslash: false
    ).lex(&$0)
  }

  private static let promptEnd = ByteSet(">\n")

  private static let powershellGrammar = Grammar(
    [
      Words(
        .k, "while until trap switch return ref process param parameter in if function foreach for finally filter end"),
      Words(
        .k, "elseif else dynamicparam do default continue cmdletbinding break begin try catch throw class enum using"),
      Words(.k, "validateset validaterange validatepattern validatelength mandatory position helpmessage exit"),
    ],
    [
      .block("<#", "#>"), .line("#", .c), .string("@\"\n", "\n\"@", .sh, escape: .none, isMultiline: true),
      .string("@'\n", "\n'@", .sh, escape: .none, isMultiline: true),
      .string("\"", nil, .s2, escape: .backtick, isMultiline: true),
      .string("'", nil, .s1, escape: .doubled, isMultiline: true),
      .sigil("$env:", .nv), .sigil("$script:", .nv), .sigil("$global:", .nv), .sigil("$", .nv), .sigil("@", .nv),
      .block("[", "]", .no), .sigil("-", .n),
    ],
    Grammar.Options(
      operators: ByteSet("+-*/%=<>!&|^~?`"), punctuation: ByteSet("()[]{},;.:@$\\"), hasDashes: true, isCaseless: true))
}
