extension Language {
  static let python = Language(
    "Python", ["python", "py", "sage", "python3", "py3", "bazel", "starlark", "pyi", "python2", "py2"]
  ) { pythonGrammar.lex(&$0) }

  private static let pythonGrammar = Grammar(words, rules, options)

  private static let words = [
    Words(.k, "assert async await break continue del elif else except finally for global if lambda pass raise"),
    Words(.k, "nonlocal return try while yield as with"), Words(.ow, "in is and or not"),
    Words(.k, "def", next: .nf), Words(.k, "class", next: .nc), Words(.kn, "from import", next: .nn),
    Words(.kc, "True False None"), Words(.bp, "self Ellipsis NotImplemented cls"),
    Words(.nb, "__import__ abs aiter all any bin bool bytearray breakpoint bytes callable chr classmethod compile"),
    Words(.nb, "complex delattr dict dir divmod enumerate eval filter float format frozenset getattr globals hasattr"),
    Words(.nb, "hash hex id input int isinstance issubclass iter len list locals map max memoryview min next object"),
    Words(.nb, "oct open ord pow print property range repr reversed round set setattr slice sorted staticmethod str"),
    Words(.nb, "sum super tuple type vars zip exec"),
    Words(
      .ne, "ArithmeticError AssertionError AttributeError BaseException BlockingIOError BrokenPipeError BufferError"),
    Words(.ne, "BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError"),
    Words(.ne, "ConnectionResetError DeprecationWarning EOFError EnvironmentError Exception ExceptionGroup"),
    Words(.ne, "FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError ImportError"),
    Words(.ne, "ImportWarning IndentationError IndexError InterruptedError IsADirectoryError KeyError"),
    Words(.ne, "KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError NotADirectoryError"),
    Words(.ne, "NotImplementedError OSError OverflowError PendingDeprecationWarning PermissionError"),
    Words(.ne, "ProcessLookupError RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning"),
    Words(.ne, "StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError"),
    Words(.ne, "TimeoutError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError"),
    Words(.ne, "UnicodeWarning UserWarning ValueError Warning ZeroDivisionError"),
    Words(.fm, "__init__ __new__ __call__ __enter__ __exit__ __aenter__ __aexit__ __iter__ __next__ __len__ __eq__"),
    Words(.fm, "__hash__ __repr__ __str__ __getitem__ __setitem__ __delitem__ __getattr__ __setattr__ __contains__"),
    Words(.fm, "__add__ __sub__ __mul__ __bool__ __lt__ __le__ __gt__ __ge__ __ne__ __await__ __del__"),
  ]

  private static let rules: [Rule] =
    [.line("#"), .sigil("@", .nd)] + strings(.backslash, .none)
    + strings(.raw, .none) + strings(.backslash, .brace) + strings(.raw, .brace)

  /// The four quotes; the long ones come first, for they begin like the short ones.
  private static func strings(_ escape: Rule.Escape, _ hole: Rule.Hole) -> [Rule] {
    [
      .string("\"\"\"", nil, .s2, escape: escape, hole: hole, isMultiline: true),
      .string("'''", nil, .s1, escape: escape, hole: hole, isMultiline: true),
      .string("\"", nil, .s2, escape: escape, hole: hole), .string("'", nil, .s1, escape: escape, hole: hole),
    ]
  }

  private static let options = Grammar.Options(
    operators: ByteSet("+-*/%=<>!&|^~.@"), punctuation: ByteSet("()[]{}:,;"), prefix: ByteSet("rRbBuUfFtT"),
    rawPrefix: ByteSet("rR"), holePrefix: ByteSet("fFtT"), doc: .sd)
}
