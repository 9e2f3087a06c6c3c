import Foundation
import TestSupport
import Testing

/// Code of our own in each language, with its expected HTML: `Spec/highlight.jsonl`.
enum CodeSamples {
  struct Sample: Decodable, Sendable, CustomTestStringConvertible {
    let id: String
    let language: String
    let code: String
    let html: String
    var testDescription: String { id }
  }

  static let all: [Sample] = {
    let file = ProjectFolder.root.appendingPathComponent("Tests/TechDocsHighlightTests/Spec/highlight.jsonl")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { try? JSONDecoder().decode(Sample.self, from: Data($0.utf8)) }
  }()

  /// What begins or ends something somewhere.
  static let pieces = [
    "\"", "'", "`", "\"\"\"", "'''", "${", "#{", "}", "{", "(", ")", "[", "]", "[[", "]]", "[=[", "/*", "*/", "//",
    "--",
    "#", "<!--", "-->", "<", ">", "</", "<script>", "</script>", "<?php", "?>", "{{", "}}", "{%", "%}", "\\", "\\(",
    "\n",
    "\r\n", " ", "\t", "<<EOF", "EOF", "<<-'A'", "@", "$", "$a", ":", ": ", "- ", "|", ">", "&a", "*a", "!t", "%w[",
    "r#\"",
    "\"#", "R\"x(", ")x\"", "f\"", "@\"", "$\"", "0x1F", "1.5e3", ".", "..", "=", "+", "=>", "/", "/[", "~", "class",
    "def",
    "func", "import", "from", "é", "\u{1F600}", "```", "```yaml\n", "+ a\n", "@@ ", "$ ls\n", ">>> a\n",
    "HTTP/1.1 200 OK\n",
    "FROM a\n", "a: b\n", "a = b\n", "\tcp a\n", "#!", "#[", "__END__", "=begin\n", "=end\n", "\0", ";", "%", "?",
    "<<<A\n",
  ]
}
