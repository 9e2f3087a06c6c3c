import Foundation
import TechDocsHighlight
import TechDocsModel

/// Reads blocks of code as JSON lines (`{"language": "go", "code": "…"}`) from standard input.
///
/// `html` writes what each became, as JSON lines; `speed` writes MB a second by language and over all, best of five;
/// `torture` writes how long each language takes for what never closes; `names` writes each language's names.
@main enum Main {
  struct Block: Decodable {
    let language: String
    let code: String
  }

  static func main() throws {
    let highlighter = Highlighter()
    switch CommandLine.arguments.dropFirst().first {
    case "html": try writeHTML(highlighter)
    case "speed": try measure(highlighter)
    case "torture": torture(highlighter)
    case "names": for language in allLanguages { print(language.names.joined(separator: " ")) }
    default: print("usage: highlight-bench html|speed|torture|names < blocks.jsonl")
    }
  }

  private static func blocks() throws -> [Block] {
    var blocks: [Block] = []
    while let line = readLine() { blocks.append(try JSONDecoder().decode(Block.self, from: Data(line.utf8))) }
    return blocks
  }

  private static func writeHTML(_ highlighter: Highlighter) throws {
    var html = HTMLBuffer()
    for block in try blocks() {
      html.clear()
      if let language = highlighter.language(named: block.language) {
        Array(block.code.utf8).withUnsafeBufferPointer { highlighter.highlight($0, as: language, into: &html) }
      } else {
        html.putEscaped(block.code)
      }
      let line = try JSONEncoder().encode(String(decoding: html.bytes, as: UTF8.self))
      print(String(decoding: line, as: UTF8.self))
    }
  }

  private static func measure(_ highlighter: Highlighter) throws {
    let all = try blocks().compactMap { block in
      highlighter.language(named: block.language).map { ($0, Array(block.code.utf8)) }
    }
    let groups = Dictionary(grouping: all) { $0.0.names[0] }.sorted { $0.key < $1.key }
    for (name, blocks) in groups { report(name, blocks, highlighter) }
    report("all", all, highlighter)
  }

  private static func report(_ name: String, _ blocks: [(Language, [UInt8])], _ highlighter: Highlighter) {
    let bytes = blocks.reduce(0) { $0 + $1.1.count }
    let repeats = max(1, 20_000_000 / max(bytes, 1))
    var html = HTMLBuffer(capacity: 1 << 20), best = Double.infinity
    for _ in 0..<5 {
      let start = clock()
      for _ in 0..<repeats {
        for (language, code) in blocks {
          html.clear()
          code.withUnsafeBufferPointer { highlighter.highlight($0, as: language, into: &html) }
        }
      }
      best = min(best, Double(clock() - start) / Double(CLOCKS_PER_SEC))
    }
    let speed = Double(bytes * repeats) / best / 1e6
    print("{\"language\":\"\(name)\",\"bytes\":\(bytes),\"mb_per_s\":\(Int(speed))}")
  }

  /// A megabyte of each opening mark, again and again, through every language; tells what takes over 50 ms.
  private static func torture(_ highlighter: Highlighter) {
    let pieces = [
      "\"", "'", "`", "${", "#{", "{", "(", "[", "[[", "[=[", "/*", "<", "<!--", "<a ", "<script>", "<?php ", "{{",
      "{%", "\\", "\\(",
      "\n", " ", "/[", "<<A ", "<<A\n", "/ ", "- a\n", "[a:", "x = [", "r#\"", "```\n", "- ", "a: ", "|\n", "%w[", "a",
      "1 ", "# ",
      "\"${", "$(", "=begin ", "__END__ ", "f\"{", ":a", "a:", "a\\\n", "*a", "_a ", "[a](", "&a", "@", "'\\", "a{",
      "a;", "1 ", "> ",
      "\n- ", "\n  a", "a.", "0x", "$$", "<<<", "=", "\r\n", "```a\n", "a:\n ", "\n \n", "&&&&", "a@b:", "é",
    ]
    var html = HTMLBuffer(capacity: 1 << 20)
    for language in allLanguages {
      for piece in pieces {
        let code = Array(String(repeating: piece, count: 1_000_000 / piece.utf8.count).utf8)
        let start = clock()
        html.clear()
        code.withUnsafeBufferPointer { highlighter.highlight($0, as: language, into: &html) }
        let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
        if seconds > 0.05 { print(language.names[0], piece.debugDescription, Int(seconds * 1000), "ms") }
      }
    }
  }
}
