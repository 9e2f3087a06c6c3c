extension Language {
  /// PHP inside its marks, HTML around them; without an opening mark everything is PHP.
  static let php = Language("PHP", ["php", "php3", "php4", "php5", "html+php"]) { scanner in
    guard scanner.firstOffset(of: "<?", from: scanner.at, to: scanner.end) != nil else {
      return phpGrammar.lex(&scanner)
    }
    while !scanner.isAtEnd {
      let open = scanner.firstOffset(of: "<?", from: scanner.at, to: scanner.end) ?? scanner.end
      scanner.embed(.html, to: open)
      guard open < scanner.end else { return }
      let mark = scanner.has("<?php", at: open) ? 5 : scanner.has("<?=", at: open) ? 3 : 2
      scanner.take(.cp, to: open + mark)
      let close = scanner.firstOffset(of: "?>", from: scanner.at, to: scanner.end) ?? scanner.end
      scanner.embed(phpCode, to: close)
      scanner.take(.cp, to: min(close + 2, scanner.end))
    }
  }

  private static let phpCode = Language("PHP code", []) { phpGrammar.lex(&$0) }

  private static let phpGrammar = Grammar(
    [
      Words(.k, "and e_strict or xor as break case declare die default do echo else elseif empty enddeclare endfor"),
      Words(
        .k, "endforeach endif endswitch endwhile eval exit for foreach global goto if include include_once instanceof"),
      Words(
        .k, "insteadof isset list match mixed never new print private protected public readonly require require_once"),
      Words(
        .k, "return self static switch throw unset use var while yield abstract catch extends final finally implements"),
      Words(.k, "parent try array callable fn clone int float string bool iterable object void"),
      Words(.kd, "class interface trait enum", next: .nc), Words(.kd, "namespace", next: .nn), Words(.kd, "const"),
      Words(.k, "function", next: .nf), Words(.kc, "true false null __line__ __file__ __dir__ __class__ __function__"),
    ],
    [
      .block("#[", "]", .nd), .line("//"), .line("#"), .block("/*", "*/"), .string("'", nil, .s1, isMultiline: true),
      .string("\"", nil, .s2, hole: .php, isMultiline: true), .string("`", nil, .sb), .other(.heredoc, "<<<", .sh),
      .sigil("$", .nv),
    ],
    Grammar.Options(
      wordStart: ByteSet("\\"), operators: ByteSet("+-*/%=<>!&|^~?:@."), punctuation: ByteSet("()[]{},;"), name: .nx,
      member: .na,
      call: .nf, isCaseless: true, namespace: ByteSet("\\")))
}
