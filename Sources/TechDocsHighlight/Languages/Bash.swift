extension Language {
  static let bash = Language(
    "Bash", ["bash", "sh", "ksh", "zsh", "shell", "openrc", "ash", "dash", "env", "dotenv"]
  ) { scanner in
    shellWords.withTable { words in
      var lexer = ShellLexer(words: words)
      lexer.run(&scanner)
    }
  }

  private static let shellWords = WordSet([
    Words(.k, "if fi else while in do done for then return function case select break continue until esac elif"),
    Words(.nb, "alias bg bind builtin caller cd command compgen complete declare dirs disown echo enable eval exec"),
    Words(.nb, "exit export false fc fg getopts hash help history jobs kill let local logout popd printf pushd pwd"),
    Words(.nb, "read readonly set shift shopt source suspend test time times trap true type typeset ulimit umask"),
    Words(.nb, "unalias unset wait"),
  ])
}
