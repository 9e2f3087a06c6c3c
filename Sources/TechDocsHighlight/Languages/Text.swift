extension Language {
  /// Text without structure; what a fence says whose author wants no colours.
  static let text = Language(
    "Text", ["text", "txt", "plain", "plaintext", "none", "csv", "tsv", "nohighlight", "ascii"]
  ) {
    scanner in scanner.take(.plain, to: scanner.end)
  }

  /// What a tool printed.
  static let output = Language("Output", ["output"]) { scanner in scanner.take(.go, to: scanner.end) }
}
